function deferred<T>() {
  let resolve!: (value: T | PromiseLike<T>) => void;
  let reject!: (reason?: unknown) => void;
  const promise = new Promise<T>((res, rej) => {
    resolve = res;
    reject = rej;
  });
  return { promise, resolve, reject };
}
const d = deferred<number>();
const seen: string[] = [];
d.promise.then((v) => seen.push("a" + v));
d.promise.then((v) => seen.push("b" + v));
d.resolve(1);
d.resolve(2);
d.reject(new Error("ignored"));
console.log(seen.length, await d.promise, seen);
class Semaphore {
  private waiting: (() => void)[] = [];
  constructor(private free: number) {}
  async use<T>(f: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((r) => this.waiting.push(r));
    try {
      return await f();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free++;
    }
  }
}
let running = 0;
let most = 0;
const semaphore = new Semaphore(2);
const results = await Promise.all(
  [1, 2, 3, 4, 5].map((n) =>
    semaphore.use(async () => {
      most = Math.max(most, ++running);
      await new Promise((r) => setTimeout(r, 6 - n));
      running--;
      return n * n;
    }),
  ),
);
console.log(results, most, running);
async function retry<T>(times: number, f: (attempt: number) => Promise<T>): Promise<T> {
  for (let i = 1; ; i++) {
    try {
      return await f(i);
    } catch (e) {
      console.log("attempt", i, (e as Error).message);
      if (i === times) throw e;
    }
  }
}
console.log(await retry(3, async (n) => (n < 3 ? Promise.reject(new Error("bad " + n)) : "good")));
console.log(await retry(1, async () => { throw new Error("always"); }).catch((e) => "gave up: " + e.message));
function timeout<T>(ms: number, p: Promise<T>): Promise<T> {
  return Promise.race([p, new Promise<never>((_, r) => setTimeout(() => r(new Error("timeout")), ms))]);
}
console.log(await timeout(5, new Promise(() => {})).catch((e) => e.message));
