type Op = [symbol: string, run: (a: number, b: number) => number];
const ops: Op[] = [["+", (a, b) => a + b], ["-", (a, b) => a - b], ["max", Math.max], ["hypot", Math.hypot]];
for (const [symbol, run] of ops) console.log(symbol, run(3, 4));
const classes = [Map, Set, Array, Object, class Own { v = 1; }];
console.log(classes.map((C) => new (C as new () => object)().constructor.name), classes.map((C) => C.name));
class Animal { constructor(readonly name: string) {} speak() { return `${this.name} makes a sound`; } }
class Dog extends Animal { speak() { return `${this.name} barks`; } }
class Puppy extends Dog { speak() { return super.speak() + " softly"; } get small() { return true; } }
const kinds: (new (name: string) => Animal)[] = [Animal, Dog, Puppy];
const animals = kinds.map((K, i) => new K("a" + i));
console.log(animals.map((a) => a.speak()), animals.filter((a): a is Puppy => a instanceof Puppy).map((p) => p.small));
animals.sort((a, b) => b.name.localeCompare(a.name));
console.log(animals.map((a) => a.constructor.name));
const byClass = new Map<Function, Animal[]>();
for (const a of animals) byClass.set(a.constructor, [...(byClass.get(a.constructor) ?? []), a]);
console.log([...byClass].map(([C, list]) => C.name + list.length));
const pipeline: ((s: string) => string)[] = [(s) => s.trim(), (s) => s.toUpperCase(), (s) => [...s].reverse().join("")];
console.log(pipeline.reduce((v, f) => f(v), "  abc "), pipeline.map((f) => f.length), pipeline.map((f) => f(" x ")));
const matrix: (() => number)[][] = [[() => 1, () => 2], [() => 3]];
console.log(matrix.map((row) => row.map((f) => f())), matrix[1][0](), matrix[0].at(-1)!());
const thunks = [1, 2, 3].map((n) => function () { return n * this0; });
var this0 = 10;
console.log(thunks.map((t) => t()));
const mixed: (number | string | (() => string) | { run(): string })[] = [1, "s", () => "f", { run: () => "r" }];
console.log(mixed.map((m) => (typeof m === "function" ? m() : typeof m === "object" ? m.run() : String(m))));
const events = [{ at: 3, do: () => "c" }, { at: 1, do: () => "a" }, { at: 2, do: () => "b" }];
console.log(events.toSorted((a, b) => a.at - b.at).map((e) => e.do()).join(""), events[0].do());
const curried = [1, 2].map((a) => [10, 20].map((b) => (c: number) => a * b + c));
console.log(curried[1][1](5), curried.flat().map((f) => f(0)));
const bound = animals.map((a) => a.speak.bind(a));
console.log(bound.map((f) => f()));
const methods = (["speak", "toString"] as const).map((m) => animals[0][m]());
console.log(methods);
