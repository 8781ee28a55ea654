class SortedSet<T> implements Iterable<T> {
  #items: T[] = [];
  constructor(private readonly compare: (a: T, b: T) => number = (a, b) => (a < b ? -1 : a > b ? 1 : 0), items: Iterable<T> = []) { for (const i of items) this.add(i); }
  add(item: T): this {
    const i = this.#items.findIndex((x) => this.compare(x, item) >= 0);
    if (i < 0) this.#items.push(item);
    else if (this.compare(this.#items[i], item) !== 0) this.#items.splice(i, 0, item);
    return this;
  }
  has = (item: T) => this.#items.some((x) => this.compare(x, item) === 0);
  get size() { return this.#items.length; }
  *[Symbol.iterator]() { yield* this.#items; }
  *reversed() { for (let i = this.size - 1; i >= 0; i--) yield this.#items[i]; }
  map<U>(f: (t: T) => U, compare?: (a: U, b: U) => number) { return new SortedSet<U>(compare, [...this].map(f)); }
  static of<T>(...items: T[]) { return new this<T>(undefined, items); }
  get [Symbol.toStringTag]() { return "SortedSet"; }
  toJSON() { return [...this]; }
}
const s = SortedSet.of(5, 1, 3, 1, 5, 2);
console.log([...s], s.size, s.has(3), s.has(9), [...s.reversed()], [...s.map((x) => -x)], JSON.stringify({ s }), String(s));
console.log(Math.max(...s), new Set(s).size, Array.from(s, (x) => x * 2), Object.fromEntries([...s].map((x) => [x, true])));
class Range { constructor(readonly from: number, readonly to: number, readonly step = 1) {} *[Symbol.iterator]() { for (let i = this.from; this.step > 0 ? i < this.to : i > this.to; i += this.step) yield i; } get length() { return Math.max(0, Math.ceil((this.to - this.from) / this.step)); } includes(n: number) { return [...this].includes(n); } }
console.log([...new Range(0, 10, 3)], new Range(0, 10, 3).length, [...new Range(5, 0, -2)], new Range(0, 5).includes(4.5), [...new Range(3, 1)]);
class Grid<T> implements Iterable<[number, number, T]> {
  private cells: T[];
  constructor(readonly w: number, readonly h: number, f: (x: number, y: number) => T) { this.cells = Array.from({ length: w * h }, (_, i) => f(i % w, Math.floor(i / w))); }
  at(x: number, y: number): T | undefined { return x < 0 || y < 0 || x >= this.w || y >= this.h ? undefined : this.cells[y * this.w + x]; }
  set(x: number, y: number, v: T) { this.cells[y * this.w + x] = v; return this; }
  *[Symbol.iterator](): Generator<[number, number, T]> { for (const [i, v] of this.cells.entries()) yield [i % this.w, Math.floor(i / this.w), v]; }
  *neighbours(x: number, y: number) { for (const [dx, dy] of [[0, -1], [1, 0], [0, 1], [-1, 0]]) { const v = this.at(x + dx, y + dy); if (v !== undefined) yield v; } }
  toString() { return Array.from({ length: this.h }, (_, y) => this.cells.slice(y * this.w, (y + 1) * this.w).join("")).join("\n"); }
}
const g = new Grid(3, 2, (x, y) => x + y * 3).set(1, 0, 9);
console.log(`${g}`, [...g].length, [...g.neighbours(0, 0)], [...g.neighbours(1, 1)], g.at(5, 5), [...g].find(([, , v]) => v === 9));
class Bag { #m = new Map<string, number>(); add(k: string, n = 1) { this.#m.set(k, (this.#m.get(k) ?? 0) + n); return this; } *[Symbol.iterator](): Generator<string> { for (const [k, n] of this.#m) for (let i = 0; i < n; i++) yield k; } get counts() { return this.#m as ReadonlyMap<string, number>; } }
const bag = new Bag().add("x", 2).add("y").add("x");
console.log([...bag].join(""), bag.counts, bag.counts.get("x"), bag);
