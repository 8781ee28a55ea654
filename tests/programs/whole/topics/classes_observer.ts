type Listener<T> = (now: T, before: T) => void;
class Observable<T> {
  #listeners = new Set<Listener<T>>();
  constructor(private current: T) {}
  get value() {
    return this.current;
  }
  set value(v: T) {
    if (Object.is(v, this.current)) return;
    const before = this.current;
    this.current = v;
    for (const l of [...this.#listeners]) l(v, before);
  }
  subscribe(l: Listener<T>): () => boolean {
    this.#listeners.add(l);
    return () => this.#listeners.delete(l);
  }
  map<U>(f: (v: T) => U): Observable<U> {
    const out = new Observable(f(this.current));
    this.subscribe((v) => (out.value = f(v)));
    return out;
  }
  get watchers() {
    return this.#listeners.size;
  }
}
const n = new Observable(1);
const log: string[] = [];
const stop = n.subscribe((now, before) => log.push(`${before}->${now}`));
const doubled = n.map((x) => x * 2);
const parity = doubled.map((x) => (x > 10 ? "big" : "small"));
parity.subscribe((p) => log.push(p));
n.value = 2;
n.value = 2;
n.value += 10;
console.log(log, doubled.value, parity.value, n.watchers);
console.log(stop(), stop(), n.watchers);
n.value++;
console.log(log.length, doubled.value);
const once = n.subscribe(() => {
  once();
  log.push("once");
});
n.value = 0;
n.value = 1;
console.log(log.slice(-2), n.watchers);
const nan = new Observable(NaN);
nan.subscribe(() => log.push("nan changed"));
nan.value = NaN;
nan.value = 0;
nan.value = -0;
console.log(log.filter((l) => l === "nan changed").length);
