type State<T> = { s: "pending" } | { s: "fulfilled"; v: T } | { s: "rejected"; r: unknown };
class MyPromise<T> {
  #state: State<T> = { s: "pending" };
  #callbacks: (() => void)[] = [];
  constructor(executor: (resolve: (v: T | PromiseLike<T>) => void, reject: (r: unknown) => void) => void) {
    let called = false;
    const once = <A,>(f: (a: A) => void) => (a: A) => { if (!called) { called = true; f(a); } };
    try { executor(once((v) => this.#resolve(v)), once((r) => this.#settle({ s: "rejected", r }))); } catch (e) { once((r) => this.#settle({ s: "rejected", r }))(e); }
  }
  #resolve(v: any): void {
    if (v === this) return this.#settle({ s: "rejected", r: new TypeError("cycle") });
    if (v !== null && (typeof v === "object" || typeof v === "function")) {
      let called = false;
      try {
        const then = v.then;
        if (typeof then === "function") {
          queueMicrotask(() => {
            try { then.call(v, (x: any) => { if (!called) { called = true; this.#resolve(x); } }, (r: unknown) => { if (!called) { called = true; this.#settle({ s: "rejected", r }); } }); } catch (r) { if (!called) this.#settle({ s: "rejected", r }); }
          });
          return;
        }
      } catch (r) { return this.#settle({ s: "rejected", r }); }
    }
    this.#settle({ s: "fulfilled", v });
  }
  #settle(state: State<T>) { if (this.#state.s !== "pending") return; this.#state = state; for (const c of this.#callbacks.splice(0)) queueMicrotask(c); }
  then<U = T, V = never>(ok?: ((v: T) => U | PromiseLike<U>) | null, bad?: ((r: unknown) => V | PromiseLike<V>) | null): MyPromise<U | V> {
    return new MyPromise<any>((resolve, reject) => {
      const run = () => {
        const st = this.#state;
        try {
          if (st.s === "fulfilled") ok ? resolve(ok(st.v)) : resolve(st.v);
          else if (st.s === "rejected") bad ? resolve(bad(st.r)) : reject(st.r);
        } catch (e) { reject(e); }
      };
      if (this.#state.s === "pending") this.#callbacks.push(run); else queueMicrotask(run);
    });
  }
  catch<V>(bad: (r: unknown) => V) { return this.then(null, bad); }
  static resolve<T>(v: T) { return new MyPromise<T>((r) => r(v)); }
  static all<T>(ps: MyPromise<T>[]) { return new MyPromise<T[]>((resolve, reject) => { const out: T[] = []; let left = ps.length; ps.forEach((p, i) => p.then((v) => { out[i] = v; if (--left === 0) resolve(out); }, reject)); }); }
}
const log: string[] = [];
const note = (l: string) => (v: unknown) => void log.push(`${l}=${v instanceof Error ? v.message : String(v)}`);
MyPromise.resolve(1).then((x) => x + 1).then(note("a"));
new MyPromise((_, reject) => reject(new Error("r"))).then(note("never")).catch(note("b"));
new MyPromise(() => { throw new Error("ex"); }).catch(note("c")).then(note("d"));
MyPromise.resolve(MyPromise.resolve("nested")).then(note("e"));
new MyPromise<string>((r) => setTimeout(r, 5, "late")).then(note("f"));
Promise.resolve().then(note("native"));
MyPromise.all([MyPromise.resolve(1), new MyPromise<number>((r) => setTimeout(() => r(2), 2))]).then(note("g"));
const self: MyPromise<any> = new MyPromise((r) => setTimeout(() => r(self), 1));
self.catch(note("h"));
note("sync")("");
console.log(await MyPromise.resolve("awaitable"), await (async () => MyPromise.resolve("returned"))());
await new Promise((r) => setTimeout(r, 30));
console.log(log);
