const sleep = (ms: number) => new Promise<void>((r) => setTimeout(r, ms));
class CancelToken {
  #reason: string | undefined;
  #handlers: ((reason: string) => void)[] = [];
  get cancelled() {
    return this.#reason !== undefined;
  }
  cancel(reason = "cancelled") {
    if (this.#reason !== undefined) return;
    this.#reason = reason;
    for (const h of this.#handlers) h(reason);
  }
  onCancel(h: (reason: string) => void) {
    if (this.#reason !== undefined) h(this.#reason);
    else this.#handlers.push(h);
  }
  check() {
    if (this.#reason !== undefined) throw new Cancelled(this.#reason);
  }
  race<T>(p: Promise<T>): Promise<T> {
    return Promise.race([p, new Promise<never>((_, reject) => this.onCancel((r) => reject(new Cancelled(r))))]);
  }
}
class Cancelled extends Error {
  override name = "Cancelled";
}
async function count(token: CancelToken, log: number[]): Promise<string> {
  for (let i = 0; i < 100; i++) {
    token.check();
    log.push(i);
    await sleep(10);
  }
  return "finished";
}
const token = new CancelToken();
const log: number[] = [];
setTimeout(() => token.cancel("enough"), 35);
await count(token, log).catch((e) => console.log(e.name, e.message, log.length < 10, token.cancelled));
console.log(await token.race(sleep(1)).catch((e: Error) => `${e}`));
function withTimeout<T>(p: Promise<T>, ms: number): Promise<T> {
  let timer: any;
  const timeout = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new RangeError(`timeout of ${ms}`)), ms)));
  return Promise.race([p, timeout]).finally(() => clearTimeout(timer));
}
console.log(await withTimeout(sleep(1).then(() => "quick"), 50), await withTimeout(new Promise(() => {}), 5).catch((e) => e.message));
function debounce<A extends unknown[]>(f: (...args: A) => void, ms: number) {
  let timer: any;
  return (...args: A) => {
    clearTimeout(timer);
    timer = setTimeout(() => f(...args), ms);
  };
}
const calls: string[] = [];
const d = debounce((s: string) => calls.push(s), 10);
d("a");
d("b");
d("c");
await sleep(40);
d("d");
await sleep(40);
console.log(calls);
function throttle<A extends unknown[]>(f: (...args: A) => void, ms: number) {
  let ready = true;
  return (...args: A) => {
    if (!ready) return false;
    ready = false;
    setTimeout(() => (ready = true), ms);
    f(...args);
    return true;
  };
}
const th = throttle((s: string) => calls.push(s), 20);
console.log(th("x"), th("y"), (await sleep(60), th("z")), calls.slice(2));
async function poll<T>(f: () => T | undefined, every: number, times: number): Promise<T> {
  for (let i = 0; i < times; i++) {
    const value = f();
    if (value !== undefined) return value;
    await sleep(every);
  }
  throw new Error("gave up");
}
let tries = 0;
console.log(await poll(() => (++tries > 2 ? `after ${tries}` : undefined), 1, 5), await poll(() => undefined, 1, 2).catch((e) => e.message));
async function backoff<T>(f: () => Promise<T>, delays: number[]): Promise<T> {
  const [delay, ...rest] = delays;
  try {
    return await f();
  } catch (e) {
    if (delay === undefined) throw e;
    await sleep(delay);
    return backoff(f, rest);
  }
}
let n = 0;
console.log(await backoff(async () => { if (++n < 3) throw n; return "n" + n; }, [1, 2, 3]), await backoff(async () => { throw "always"; }, [1]).catch((e) => e));
