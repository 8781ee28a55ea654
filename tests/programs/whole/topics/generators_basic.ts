function* count(from: number, to: number): Generator<number, string, undefined> {
  for (let i = from; i <= to; i++) yield i;
  return "done";
}
console.log([...count(1, 4)]);
const g = count(1, 1);
console.log(g.next(), g.next(), g.next());
function* fibonacci() {
  let [a, b] = [0, 1];
  while (true) {
    yield a;
    [a, b] = [b, a + b];
  }
}
const firsts: number[] = [];
for (const f of fibonacci()) {
  if (f > 50) break;
  firsts.push(f);
}
console.log(firsts.join());
function* take<T>(n: number, items: Iterable<T>) {
  if (n <= 0) return;
  for (const item of items) {
    yield item;
    if (--n === 0) return;
  }
}
function* map<T, U>(items: Iterable<T>, f: (t: T) => U) {
  for (const item of items) yield f(item);
}
function* filter<T>(items: Iterable<T>, test: (t: T) => boolean) {
  for (const item of items) if (test(item)) yield item;
}
console.log([...take(5, map(filter(fibonacci(), (n) => n % 2 === 0), (n) => n * 100))]);
const lazy = (function* () {
  console.log("started");
  yield 1;
})();
console.log("made");
console.log(lazy.next().value);
const o = {
  *items() {
    yield "o";
  },
  *[Symbol.iterator]() {
    yield* this.items();
    yield "p";
  },
};
console.log([...o], typeof lazy.next, Object.prototype.toString.call(lazy), lazy[Symbol.iterator]() === lazy);
