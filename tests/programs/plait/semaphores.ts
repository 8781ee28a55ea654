// reference
// Semaphores and counters.
const log = (...words: unknown[]) => console.log(...words);
const semaphore = new Semaphore(2);
let now = 0;
let most = 0;
async function enter(n: number): Promise<void> {
  using permit = await semaphore.acquire();
  most = Math.max(most, ++now);
  await sleep(n);
  now--;
}
await Task.all([1, 2, 3, 4, 5].map((n) => Task.start(enter, n)));
log(most, semaphore.available);
const permit = semaphore.tryAcquire();
log(permit !== undefined, semaphore.tryAcquire() !== undefined, semaphore.tryAcquire(), semaphore.available);
const waiting = Task.start(() => semaphore.withPermit(() => "has one"));
const cancelled = Task.start(() => semaphore.acquire());
await sleep(1);
cancelled.cancel();
permit?.release();
permit?.release();
log(await waiting, semaphore.available);
for (const count of [-1, 0.5, NaN]) {
  try {
    new Semaphore(count);
  } catch (error) {
    log(String(error));
  }
}

const counter = new AtomicCounter(5);
log(counter.add(3), counter.increment(), counter.decrement(), counter.exchange(1), counter.value);
log(counter.compareExchange(1, 9), counter.compareExchange(1, 3), counter.value, JSON.stringify({ counter }));
for (const amount of [0.5, NaN, Infinity, 2 ** 53]) {
  try {
    counter.add(amount);
  } catch (error) {
    log(String(error));
  }
}
log(counter.value, new AtomicCounter().value);
await Task.all(
  [1, 2, 3].map(() =>
    Task.start(async () => {
      for (let i = 0; i < 10; i++) {
        counter.increment();
        await null;
      }
    }),
  ),
);
log(counter.value);
// output: 2 2
// output: true true undefined 0
// output: has one 1
// output: RangeError: Invalid number of permits
// output: RangeError: Invalid number of permits
// output: RangeError: Invalid number of permits
// output: 8 9 8 8 1
// output: true false 9 {"counter":9}
// output: RangeError: a counter holds safe integers, not 0.5
// output: RangeError: a counter holds safe integers, not NaN
// output: RangeError: a counter holds safe integers, not Infinity
// output: RangeError: a counter holds safe integers, not 9007199254740992
// output: 9 0
// output: 39
