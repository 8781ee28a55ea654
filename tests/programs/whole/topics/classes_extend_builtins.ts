class Stack<T> extends Array<T> {
  get top(): T | undefined {
    return this[this.length - 1];
  }
  peek() {
    return this.at(-1);
  }
}
const s = new Stack<number>();
s.push(1, 2, 3);
console.log(s.length, s.top, s.peek(), s instanceof Stack, Array.isArray(s));
const m = s.map((x) => x * 2);
console.log(m instanceof Stack, (m as Stack<number>).top, s);
class DefaultMap<K, V> extends Map<K, V> {
  constructor(private make: (k: K) => V) {
    super();
  }
  override get(key: K): V {
    if (!this.has(key)) this.set(key, this.make(key));
    return super.get(key)!;
  }
}
const d = new DefaultMap<string, string[]>(() => []);
d.get("a").push("x");
d.get("a").push("y");
d.get("b");
console.log(d.size, [...d], d instanceof Map);
class HttpError extends Error {
  override name = "HttpError";
  constructor(readonly status: number, message?: string) {
    super(message ?? "status " + status);
  }
  get isClient() {
    return this.status < 500;
  }
}
class NotFound extends HttpError {
  constructor() {
    super(404);
  }
}
const e = new NotFound();
console.log(e.message, e.name, e.status, e.isClient, e instanceof HttpError, e instanceof Error, String(e));
class Later<T> extends Promise<T> {
  tag() {
    return "later";
  }
}
const l = new Later<number>((r) => r(5));
const next = l.then((x) => x + 1);
console.log(next instanceof Later, (next as Later<number>).tag(), await next);
class UniqueSet extends Set<number> {
  add(n: number) {
    return super.add(Math.floor(n));
  }
}
console.log([...new UniqueSet([1.2, 1.7, 2.1])]);
