const sleep = (ms: number) => new Promise<void>((r) => setTimeout(r, ms));
class AsyncQueue<T> implements AsyncIterable<T> {
  #items: T[] = [];
  #waiting: ((r: IteratorResult<T, undefined>) => void)[] = [];
  #closed = false;
  push(item: T): void {
    if (this.#closed) throw new Error("closed");
    const next = this.#waiting.shift();
    if (next) next({ done: false, value: item });
    else this.#items.push(item);
  }
  close(): void {
    this.#closed = true;
    for (const w of this.#waiting.splice(0)) w({ done: true, value: undefined });
  }
  [Symbol.asyncIterator](): AsyncIterator<T> {
    return {
      next: () => {
        if (this.#items.length) return Promise.resolve({ done: false, value: this.#items.shift()! });
        if (this.#closed) return Promise.resolve({ done: true, value: undefined });
        return new Promise((resolve) => this.#waiting.push(resolve));
      },
    };
  }
}
const queue = new AsyncQueue<number>();
const handled: string[] = [];
const workers = ["a", "b"].map(async (name) => {
  for await (const job of queue) {
    await sleep(job);
    handled.push(name + job);
  }
  return name;
});
for (const job of [40, 10, 60, 20]) queue.push(job);
await sleep(5);
queue.close();
console.log(await Promise.all(workers), handled);
try {
  queue.push(1);
} catch (e) {
  console.log((e as Error).message);
}
async function pool<T, R>(items: readonly T[], limit: number, work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const run = async () => {
    while (next < items.length) {
      const i = next++;
      results[i] = await work(items[i], i);
    }
  };
  await Promise.all(Array.from({ length: limit }, run));
  return results;
}
let [running, peak] = [0, 0];
console.log(await pool([5, 1, 4, 2, 3], 2, async (n, i) => {
  peak = Math.max(peak, ++running);
  await sleep(n * 5);
  running--;
  return `${i}:${n * n}`;
}), peak);
const failed = await pool([1, 2], 2, async (n) => { if (n === 2) throw new Error("no " + n); return n; }).catch((e: Error) => e.message);
console.log(failed);
class Mutex {
  #last: Promise<unknown> = Promise.resolve();
  run<T>(f: () => Promise<T>): Promise<T> {
    const result = this.#last.then(f, f);
    this.#last = result.catch(() => {});
    return result;
  }
}
const mutex = new Mutex();
let balance = 100;
const withdraw = (n: number) => mutex.run(async () => {
  const before = balance;
  await sleep(1);
  if (before < n) throw new Error("insufficient");
  balance = before - n;
  return balance;
});
console.log((await Promise.allSettled([withdraw(60), withdraw(60), withdraw(30)])).map((r) => (r.status === "fulfilled" ? r.value : r.reason.message)), balance);
