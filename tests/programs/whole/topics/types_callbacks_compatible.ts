function each<T>(items: T[], f: (item: T, index: number, all: T[]) => void) {
  items.forEach((x, i) => f(x, i, items));
}
const seen: unknown[] = [];
each([1, 2], (x) => seen.push(x));
each(["a"], () => seen.push("none"));
each([true], (x, i, all) => seen.push([x, i, all.length]));
console.log(seen);
const voidFn: () => void = () => 42;
console.log(voidFn() as unknown);
type Compare<T> = (a: T, b: T) => number;
const byLength: Compare<string> = (a, b) => a.length - b.length;
console.log(["ccc", "a", "bb"].sort(byLength));
const handler: (e: { type: string }, extra?: number) => string = (e) => e.type;
console.log(handler({ type: "t" }), handler({ type: "u" }, 5));
interface Plugin {
  name: string;
  init?(): string;
  transform?: (s: string) => string;
}
const plugins: Plugin[] = [{ name: "a" }, { name: "b", init: () => "init b" }, { name: "c", transform: (s) => s + "!" }, { name: "d", init() { return this.name; }, transform(s) { return this.name + s; } }];
console.log(plugins.map((p) => p.init?.() ?? "-").join(), plugins.reduce((s, p) => p.transform?.(s) ?? s, "x"));
const wide: (x: string | number) => string = (x) => typeof x;
const narrow: (x: string) => string = wide;
console.log(narrow("s"), ["1", "2"].map(wide));
class Base { b = 1; }
class Sub extends Base { s = 2; }
const make: () => Base = () => new Sub();
console.log(make() instanceof Sub, make());
const bivariant: { on(f: (x: Base) => void): void } = { on(f: (x: Sub) => void) { f(new Sub()); } };
bivariant.on((x) => console.log(x.b));
const curry = <A, B, R>(f: (a: A, b: B) => R) => (a: A) => (b: B): R => f(a, b);
console.log(curry((a: number, b: string) => b.repeat(a))(3)("ab"));
const apply = <A extends any[], R>(f: (...args: A) => R, ...args: A): R => f(...args);
console.log(apply(Math.max, 1, 9, 3), apply((a: string, n?: number) => a + n, "x"), apply(() => "none"));
