class Seq<T> implements Iterable<T> {
  private constructor(private readonly source: () => Iterator<T>) {}
  static of<T>(...items: T[]) { return Seq.from(items); }
  static from<T>(items: Iterable<T>) { return new Seq(() => items[Symbol.iterator]()); }
  static generate<T>(f: () => Generator<T>) { return new Seq<T>(f); }
  static iterate<T>(start: T, f: (x: T) => T) { return Seq.generate(function* () { for (let x = start; ; x = f(x)) yield x; }); }
  [Symbol.iterator]() { return this.source(); }
  map<U>(f: (x: T, i: number) => U): Seq<U> { const self = this; return Seq.generate(function* () { let i = 0; for (const x of self) yield f(x, i++); }); }
  filter<U extends T>(test: (x: T) => x is U): Seq<U>;
  filter(test: (x: T) => boolean): Seq<T>;
  filter(test: (x: T) => boolean): Seq<T> { const self = this; return Seq.generate(function* () { for (const x of self) if (test(x)) yield x; }); }
  take(n: number): Seq<T> { const self = this; return Seq.generate(function* () { if (n <= 0) return; let i = 0; for (const x of self) { yield x; if (++i >= n) return; } }); }
  drop(n: number): Seq<T> { const self = this; return Seq.generate(function* () { let i = 0; for (const x of self) if (i++ >= n) yield x; }); }
  takeWhile(test: (x: T) => boolean): Seq<T> { const self = this; return Seq.generate(function* () { for (const x of self) { if (!test(x)) return; yield x; } }); }
  flatMap<U>(f: (x: T) => Iterable<U>): Seq<U> { const self = this; return Seq.generate(function* () { for (const x of self) yield* f(x); }); }
  zip<U>(other: Iterable<U>): Seq<[T, U]> {
    const self = this;
    return Seq.generate(function* () { const it = other[Symbol.iterator](); for (const x of self) { const { done, value } = it.next(); if (done) return; yield [x, value] as [T, U]; } });
  }
  scan<U>(f: (acc: U, x: T) => U, start: U): Seq<U> { const self = this; return Seq.generate(function* () { let acc = start; for (const x of self) yield (acc = f(acc, x)); }); }
  reduce<U>(f: (acc: U, x: T) => U, start: U): U { for (const x of this) start = f(start, x); return start; }
  first(): T | undefined { for (const x of this) return x; return undefined; }
  toArray(): T[] { return [...this]; }
}
const naturals = Seq.iterate(0, (n) => n + 1);
let computed = 0;
const squares = naturals.map((n) => (computed++, n * n));
console.log(computed, squares.filter((n) => n % 3 === 1).take(4).toArray(), computed);
console.log(squares.first(), squares.drop(5).first(), naturals.takeWhile((n) => n < 4).reduce((a, b) => a + b, 0));
console.log(Seq.of("a", "b").zip(naturals).toArray(), Seq.from("abc").flatMap((c) => [c, c.toUpperCase()]).toArray().join(""));
console.log(naturals.drop(1).scan((a, b) => a * b, 1).take(6).toArray(), Seq.of<string | number>("x", 1, "y").filter((x): x is string => typeof x === "string").map((s) => s.length).toArray());
const primes: Seq<number> = Seq.generate(function* () {
  const found: number[] = [];
  for (const n of naturals.drop(2)) if (found.every((p) => n % p !== 0)) { found.push(n); yield n; }
});
console.log(primes.take(10).toArray().join(" "), [...primes.zip(primes.drop(1)).filter(([a, b]) => b - a === 2).take(4)].map((p) => p.join("-")));
const twice = Seq.of(1, 2, 3);
console.log([...twice, ...twice], Math.max(...twice), new Set(twice.map((x) => x % 2)).size);
function* closing() { try { yield 1; yield 2; yield 3; } finally { console.log("closed"); } }
console.log(Seq.generate(closing).map((x) => x * 10).take(2).toArray());
for (const x of Seq.generate(closing).filter((x) => x > 1)) { console.log(x); break; }
