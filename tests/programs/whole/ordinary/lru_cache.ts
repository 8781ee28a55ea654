// A least-recently-used cache: a doubly linked list beside a Map, with statistics and expiry by a given clock.
interface Entry<K, V> {
  key: K;
  value: V;
  expires: number;
  previous: Entry<K, V> | null;
  next: Entry<K, V> | null;
}
interface CacheOptions<K, V> {
  capacity: number;
  timeToLive?: number;
  now?: () => number;
  onEvict?: (key: K, value: V, reason: "capacity" | "expired" | "deleted") => void;
}

class LruCache<K, V> implements Iterable<[K, V]> {
  readonly #entries = new Map<K, Entry<K, V>>();
  #newest: Entry<K, V> | null = null;
  #oldest: Entry<K, V> | null = null;
  #hits = 0;
  #misses = 0;
  private readonly options: Required<CacheOptions<K, V>>;

  constructor(options: CacheOptions<K, V>) {
    if (!Number.isInteger(options.capacity) || options.capacity < 1) throw new RangeError(`bad capacity ${options.capacity}`);
    this.options = { timeToLive: Infinity, now: () => 0, onEvict: () => {}, ...options };
  }

  get size(): number {
    return this.#entries.size;
  }

  get stats() {
    const total = this.#hits + this.#misses;
    return { hits: this.#hits, misses: this.#misses, rate: total === 0 ? 0 : Number((this.#hits / total).toFixed(2)) };
  }

  get(key: K): V | undefined {
    const entry = this.#live(key);
    if (!entry) {
      this.#misses++;
      return undefined;
    }
    this.#hits++;
    this.#unlink(entry);
    this.#linkFirst(entry);
    return entry.value;
  }

  peek(key: K): V | undefined {
    return this.#live(key)?.value;
  }

  has(key: K): boolean {
    return this.#live(key) !== undefined;
  }

  set(key: K, value: V): this {
    const expires = this.options.now() + this.options.timeToLive;
    const existing = this.#live(key);
    if (existing) {
      Object.assign(existing, { value, expires });
      this.#unlink(existing);
      this.#linkFirst(existing);
      return this;
    }
    const entry: Entry<K, V> = { key, value, expires, previous: null, next: null };
    this.#entries.set(key, entry);
    this.#linkFirst(entry);
    if (this.#entries.size > this.options.capacity && this.#oldest) this.#remove(this.#oldest, "capacity");
    return this;
  }

  delete(key: K): boolean {
    const entry = this.#live(key);
    if (entry) this.#remove(entry, "deleted");
    return entry !== undefined;
  }

  getOrCreate(key: K, create: (key: K) => V): V {
    const found = this.get(key);
    if (found !== undefined) return found;
    const value = create(key);
    this.set(key, value);
    return value;
  }

  *[Symbol.iterator](): IterableIterator<[K, V]> {
    for (let e = this.#newest; e; e = e.next) yield [e.key, e.value];
  }

  toString(): string {
    return `[${Array.from(this, ([k, v]) => `${k}=${v}`).join(" ")}]`;
  }

  #live(key: K): Entry<K, V> | undefined {
    const entry = this.#entries.get(key);
    if (entry && entry.expires <= this.options.now()) {
      this.#remove(entry, "expired");
      return undefined;
    }
    return entry;
  }

  #remove(entry: Entry<K, V>, reason: "capacity" | "expired" | "deleted"): void {
    this.#unlink(entry);
    this.#entries.delete(entry.key);
    this.options.onEvict(entry.key, entry.value, reason);
  }

  #linkFirst(entry: Entry<K, V>): void {
    entry.next = this.#newest;
    if (this.#newest) this.#newest.previous = entry;
    this.#newest = entry;
    this.#oldest ??= entry;
  }

  #unlink(entry: Entry<K, V>): void {
    const { previous, next } = entry;
    if (previous) previous.next = next;
    else this.#newest = next;
    if (next) next.previous = previous;
    else this.#oldest = previous;
    entry.previous = entry.next = null;
  }
}

let time = 0;
const evicted: string[] = [];
const cache = new LruCache<string, number>({
  capacity: 3,
  timeToLive: 10,
  now: () => time,
  onEvict: (k, v, reason) => evicted.push(`${k}:${v}:${reason}`),
});
cache.set("a", 1).set("b", 2).set("c", 3);
console.log(String(cache), cache.size);
console.log(cache.get("a"), `${cache}`);
cache.set("d", 4);
console.log(`${cache}`, cache.has("b"), cache.get("b"));
cache.set("a", 10);
console.log(`${cache}`, cache.peek("c"), `${cache}`);
time = 5;
cache.set("c", 30);
time = 12;
console.log(cache.get("a"), cache.get("c"), `${cache}`, cache.size);
console.log(cache.delete("c"), cache.delete("c"), `${cache}`);
console.log(evicted, cache.stats);
let computed = 0;
const squares = new LruCache<number, number>({ capacity: 2 });
for (const n of [2, 3, 2, 4, 3, 2, 2]) squares.getOrCreate(n, (k) => (computed++, k * k));
console.log(computed, [...squares], squares.stats);
for (const capacity of [0, 1.5, -1, NaN]) {
  try {
    new LruCache({ capacity });
  } catch (e) {
    console.log((e as Error).name, (e as Error).message);
  }
}
const fibonacci = (() => {
  const memo = new LruCache<number, number>({ capacity: 10 });
  return function fib(n: number): number {
    return n < 2 ? n : memo.getOrCreate(n, () => fib(n - 1) + fib(n - 2));
  };
})();
console.log(fibonacci(60));
const stress = new LruCache<number, string>({ capacity: 50 });
let seed = 7;
for (let i = 0; i < 3000; i++) {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  const key = seed % 80;
  if (seed % 3 === 0) stress.set(key, "v" + i);
  else stress.get(key);
}
console.log(stress.size, stress.stats, [...stress].slice(0, 3));
