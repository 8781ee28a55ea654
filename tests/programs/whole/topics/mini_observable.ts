type Observer<T> = { next(v: T): void; error(e: unknown): void; complete(): void };
type Teardown = (() => void) | void;
class Observable<T> {
  constructor(private readonly start: (o: Observer<T>) => Teardown) {}
  static of<T>(...xs: T[]) { return new Observable<T>((o) => { for (const x of xs) o.next(x); o.complete(); }); }
  static interval(ms: number) { return new Observable<number>((o) => { let i = 0; const id = setInterval(() => o.next(i++), ms); return () => clearInterval(id); }); }
  subscribe(given: Partial<Observer<T>> | ((v: T) => void)): { unsubscribe(): void } {
    const g = typeof given === "function" ? { next: given } : given;
    let done = false, teardown: Teardown = undefined;
    const finish = () => { if (!done) { done = true; teardown?.(); } };
    const o: Observer<T> = { next: (v) => { if (!done) g.next?.(v); }, error: (e) => { if (!done) { finish(); g.error?.(e); } }, complete: () => { if (!done) { finish(); g.complete?.(); } } };
    try { teardown = this.start(o); } catch (e) { o.error(e); }
    if (done) teardown?.();
    return { unsubscribe: finish };
  }
  pipe<U>(op: (s: Observable<T>) => Observable<U>): Observable<U>;
  pipe<U, V>(a: (s: Observable<T>) => Observable<U>, b: (s: Observable<U>) => Observable<V>): Observable<V>;
  pipe<U, V, W>(a: (s: Observable<T>) => Observable<U>, b: (s: Observable<U>) => Observable<V>, c: (s: Observable<V>) => Observable<W>): Observable<W>;
  pipe(...ops: ((s: any) => any)[]): any { return ops.reduce((s, op) => op(s), this); }
}
const map = <T, U>(f: (x: T) => U) => (s: Observable<T>) => new Observable<U>((o) => { const sub = s.subscribe({ ...o, next: (x) => { try { o.next(f(x)); } catch (e) { o.error(e); } } }); return () => sub.unsubscribe(); });
const filter = <T>(f: (x: T) => boolean) => (s: Observable<T>) => new Observable<T>((o) => { const sub = s.subscribe({ ...o, next: (x) => f(x) && o.next(x) }); return () => sub.unsubscribe(); });
const take = <T>(n: number) => (s: Observable<T>) => new Observable<T>((o) => { let i = 0; const sub = s.subscribe({ ...o, next: (x) => { o.next(x); if (++i >= n) o.complete(); } }); return () => sub.unsubscribe(); });
const scan = <T, A>(f: (a: A, x: T) => A, seed: A) => (s: Observable<T>) => new Observable<A>((o) => { let a = seed; const sub = s.subscribe({ ...o, next: (x) => o.next((a = f(a, x))) }); return () => sub.unsubscribe(); });
class Subject<T> extends Observable<T> { #observers = new Set<Observer<T>>(); constructor() { super((o) => { this.#observers.add(o); return () => this.#observers.delete(o); }); } next(v: T) { for (const o of [...this.#observers]) o.next(v); } complete() { for (const o of [...this.#observers]) o.complete(); } get watchers() { return this.#observers.size; } }
const log: unknown[] = [];
Observable.of(1, 2, 3, 4).pipe(filter((x) => x % 2 === 0), map((x) => x * 10), scan((a: number[], x) => [...a, x], [])).subscribe({ next: (x) => log.push(x), complete: () => log.push("done") });
Observable.of("a", "b").pipe(map((s) => { if (s === "b") throw new Error("bad b"); return s; })).subscribe({ next: (x) => log.push(x), error: (e) => log.push((e as Error).message), complete: () => log.push("never") });
new Observable<number>(() => { throw new RangeError("start"); }).subscribe({ error: (e) => log.push(`${e}`) });
console.log(log);
const s = new Subject<number>();
const got: number[] = [];
const sub = s.pipe(map((x) => x + 1)).subscribe((x) => got.push(x));
s.next(1); s.next(2);
console.log(s.watchers, got, (sub.unsubscribe(), s.watchers), (s.next(9), got.length));
s.pipe(take(2)).subscribe({ next: (x) => got.push(x * 100), complete: () => got.push(-1) });
for (const x of [1, 2, 3]) s.next(x);
console.log(got, s.watchers);
const ticks: number[] = [];
await new Promise<void>((done) => Observable.interval(3).pipe(filter((x) => x > 0), take(3)).subscribe({ next: (x) => ticks.push(x), complete: done }));
console.log(ticks);
