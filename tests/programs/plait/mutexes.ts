// Mutexes with leases and withLock; a cancelled task leaves the queue.
const log = (...words: unknown[]) => console.log(...words);
const mutex = new Mutex();
async function inside(n: number): Promise<void> {
  using lease = await mutex.acquire();
  log("in", n, mutex.isLocked);
  await sleep(1);
  log("out", n);
}
await Task.all([inside(1), inside(2), Task.start(inside, 3)]);
log(mutex.isLocked);
{
  await using lease = await mutex.acquire();
  log(mutex.isLocked, mutex.tryLock());
  lease.release();
  lease.release();
  log(mutex.isLocked, mutex.tryLock());
}
// The lease has been given back already: its end changes nothing.
log(mutex.isLocked);
mutex.unlock();
log(
  await mutex.withLock(async () => {
    await sleep(1);
    return mutex.isLocked;
  }),
  await mutex.withLock(() => 5),
  mutex.isLocked,
);
try {
  await mutex.withLock(() => {
    throw new Error("inside");
  });
} catch (error) {
  log(String(error), mutex.isLocked);
}

await mutex.lock();
const gone = Task.start(async () => {
  await mutex.lock();
  log("never");
});
const next = Task.start(async () => {
  using lease = await mutex.acquire();
  log("next has it");
});
await sleep(1);
gone.cancel();
mutex.unlock();
await next;
log(mutex.isLocked);
try {
  mutex.unlock();
} catch (error) {
  log(String(error));
}

// A counter under a mutex is exact.
let count = 0;
async function add(): Promise<void> {
  for (let i = 0; i < 8; i++) {
    using lease = await mutex.acquire();
    const before = count;
    await null;
    count = before + 1;
  }
}
await Task.all([1, 2, 3, 4, 5].map(() => Task.start(add)));
log(count);

// Many who are cancelled leave nothing behind.
await mutex.lock();
for (let i = 0; i < 40; i++) {
  const task = Task.start(() => mutex.lock());
  await null;
  task.cancel();
}
mutex.unlock();
log(mutex.isLocked);
const { lock } = mutex;
try {
  lock.call({} as Mutex);
} catch (error) {
  log(String(error));
}
// output: in 1 true
// output: out 1
// output: in 2 true
// output: out 2
// output: in 3 true
// output: out 3
// output: false
// output: true false
// output: false true
// output: true
// output: true 5 false
// output: Error: inside false
// output: next has it
// output: false
// output: Error: the mutex is not locked
// output: 40
// output: false
// output: TypeError: Method Mutex.prototype.lock called on incompatible receiver #<Object>
