function counter(start = 0, step = 1) {
  let count = start;
  return {
    next: () => (count += step),
    reset() {
      count = start;
    },
    get value() {
      return count;
    },
  };
}
const a = counter();
const b = counter(10, 5);
a.next();
a.next();
b.next();
console.log(a.value, b.value);
b.reset();
console.log(b.value, a.next());
const adders = [1, 2, 3].map((n) => (m: number) => n + m);
console.log(adders.map((f) => f(10)));
function memoize<A extends string | number, R>(f: (a: A) => R): (a: A) => R {
  const seen = new Map<A, R>();
  return (a) => {
    if (!seen.has(a)) seen.set(a, f(a));
    return seen.get(a)!;
  };
}
let work = 0;
const square = memoize((n: number) => (work++, n * n));
console.log(square(4), square(4), square(5), work);
const curry = (a: number) => (b: number) => (c: number) => a * 100 + b * 10 + c;
console.log(curry(1)(2)(3));
function once<T>(f: () => T) {
  let result: { value: T } | undefined;
  return () => (result ??= { value: f() }).value;
}
const init = once(() => {
  console.log("init");
  return 42;
});
console.log(init(), init());
const fns: Record<string, () => string> = {};
for (const name of ["x", "y"]) fns[name] = () => name + Object.keys(fns).length;
console.log(fns.x(), fns.y());
