class RingBuffer<T> {
  #items: (T | undefined)[];
  #start = 0;
  #length = 0;
  constructor(readonly capacity: number) {
    this.#items = new Array<T | undefined>(capacity).fill(undefined);
  }
  push(item: T): T | undefined {
    const end = (this.#start + this.#length) % this.capacity;
    const lost = this.#length === this.capacity ? this.#items[end] : undefined;
    this.#items[end] = item;
    if (this.#length === this.capacity) this.#start = (this.#start + 1) % this.capacity;
    else this.#length++;
    return lost;
  }
  shift(): T | undefined {
    if (this.#length === 0) return undefined;
    const item = this.#items[this.#start];
    this.#items[this.#start] = undefined;
    this.#start = (this.#start + 1) % this.capacity;
    this.#length--;
    return item;
  }
  *[Symbol.iterator](): Generator<T> {
    for (let i = 0; i < this.#length; i++) yield this.#items[(this.#start + i) % this.capacity]!;
  }
}
const ring = new RingBuffer<number>(3);
console.log([1, 2, 3, 4, 5].map((n) => ring.push(n)), [...ring], ring.shift(), [...ring], ring.push(6), [...ring]);
class Deque<T> {
  private front: T[] = [];
  private back: T[] = [];
  pushFront(...xs: T[]) { this.front.push(...xs); return this; }
  pushBack(...xs: T[]) { this.back.push(...xs); return this; }
  popFront(): T | undefined { return this.front.length ? this.front.pop() : this.back.shift(); }
  popBack(): T | undefined { return this.back.length ? this.back.pop() : this.front.shift(); }
  get length() { return this.front.length + this.back.length; }
  toArray() { return [...this.front].reverse().concat(this.back); }
}
const d = new Deque<string>().pushBack("c", "d").pushFront("b", "a");
console.log(d.toArray(), d.popBack(), d.popBack(), d.popBack(), d.popFront(), d.popFront(), d.length);
class BitSet {
  #words: number[] = [];
  add(n: number) { this.#words[n >> 5] = (this.#words[n >> 5] ?? 0) | (1 << (n & 31)); return this; }
  has(n: number) { return ((this.#words[n >> 5] ?? 0) & (1 << (n & 31))) !== 0; }
  *[Symbol.iterator]() {
    for (let w = 0; w < this.#words.length; w++) for (let b = 0; b < 32; b++) if ((this.#words[w] ?? 0) & (1 << b)) yield w * 32 + b;
  }
}
const bits = new BitSet().add(0).add(31).add(32).add(31);
console.log([...bits], bits.has(31), bits.has(30), bits.has(500));
class SparseMatrix {
  private cells = new Map<string, number>();
  set(r: number, c: number, v: number) { v === 0 ? this.cells.delete(`${r}:${c}`) : this.cells.set(`${r}:${c}`, v); return this; }
  get = (r: number, c: number) => this.cells.get(`${r}:${c}`) ?? 0;
  *[Symbol.iterator](): Generator<[number, number, number]> {
    for (const [k, v] of this.cells) {
      const [r, c] = k.split(":").map(Number);
      yield [r, c, v];
    }
  }
}
const sparse = new SparseMatrix().set(1000, 2, 5).set(0, 0, 1).set(0, 0, 0);
console.log([...sparse], sparse.get(1000, 2), sparse.get(9, 9));
class Counter<T> extends Map<T, number> {
  constructor(items: Iterable<T> = []) { super(); for (const i of items) this.count(i); }
  count(item: T, n = 1) { return this.set(item, (this.get(item) ?? 0) + n); }
  top(n: number) { return [...this].sort((a, b) => b[1] - a[1]).slice(0, n); }
}
console.log(new Counter("abracadabra").top(2), new Counter([1, 1, 2]).count(2, 5).get(2), new Counter<string>().size);
class Multiset { private c = new Counter<string>(); add(x: string) { this.c.count(x); return this; } toString() { return [...this.c].map(([k, n]) => `${k}×${n}`).join(" "); } }
console.log(`${new Multiset().add("x").add("y").add("x")}`);
