let x = 1;
const readX = () => x;
const writeX = (v: number) => { x = v; };
writeX(5);
x++;
console.log(readX(), x);
function pair() {
  let shared = 0;
  return [() => ++shared, () => shared--, () => shared] as const;
}
const [inc, dec, read] = pair();
inc(); inc(); dec();
console.log(read(), pair()[2]());
function params(a: number, b = () => a) {
  const before = b();
  a = 10;
  return [before, b(), a];
}
console.log(params(1));
const fs: (() => number)[] = [];
for (let i = 0; i < 3; i++) {
  let inner = i * 10;
  fs.push(() => inner++ + i);
}
console.log(fs.map((f) => f()), fs.map((f) => f()));
function late() {
  const f = () => value;
  let value = "initialised later";
  return f();
}
console.log(late());
const recursive = (n: number): number => (n === 0 ? 0 : n + recursive(n - 1));
console.log(recursive(10));
function nest(a: string) {
  return (b: string) => {
    a += b;
    return (c: string) => {
      a += c;
      return () => a + b + c;
    };
  };
}
const two = nest("1")("2");
console.log(two("3")(), two("4")());
try {
  throw new Error("captured");
} catch (e) {
  var thrown = () => (e as Error).message;
}
console.log(thrown());
class K {
  handlers: (() => string)[] = [];
  constructor(public name: string) {
    for (const suffix of ["a", "b"]) this.handlers.push(() => this.name + suffix);
  }
}
const k = new K("k");
k.name = "renamed";
console.log(k.handlers.map((h) => h()));
switch (1 as number) {
  case 1:
    let scoped = "s";
    fs.push(() => scoped.length);
}
console.log(fs.at(-1)!());
function counterWithArguments(...start: number[]) {
  let [n = 0] = start;
  return { up: (by = 1) => (n += by), reset: () => void ([n = 0] = start) };
}
const c = counterWithArguments(5);
console.log(c.up(), c.up(10), (c.reset(), c.up()));
const obj = { count: 0, make() { return [() => this.count++, function (this: any) { return this; }] as const; } };
const [arrow, plain] = obj.make();
arrow(); arrow();
console.log(obj.count, plain.call("t") == "t", plain === obj.make()[1]);
let later!: () => number;
{
  const hidden = 99;
  later = () => hidden;
}
console.log(later());
const lots = Array.from({ length: 5 }, (_, i) => () => () => i).map((f) => f()());
console.log(lots);
for (const [key, val] of Object.entries({ p: 1, q: 2 })) setTimeout(() => console.log("timer", key, val), val);
let counter = 0;
for (let i = 0, n = 3; i < n; i++) setTimeout(() => { counter += i; if (i === 2) console.log("counter", counter); }, 20 + i * 10);
