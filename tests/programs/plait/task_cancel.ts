// reference
// Cancelling a task ends what it waits for, the innermost first; finally blocks run, and may wait.
const log = (...words: unknown[]) => console.log(...words);
async function inner(): Promise<void> {
  try {
    await sleep(1000);
  } finally {
    log("inner ends");
    await sleep(1);
    log("inner has ended");
  }
}
async function middle(): Promise<void> {
  try {
    await inner();
  } finally {
    log("middle ends");
  }
}
const deep = Task.start(async () => {
  try {
    await middle();
  } finally {
    log("outer ends");
  }
});
await sleep(1);
log(deep.cancel(), deep.cancel(), deep.isCancelled, deep.isDone);
try {
  await deep;
} catch (error) {
  log(String(error), error instanceof CancelledError, error instanceof Error, deep.isDone);
}

// Before it begins, it never does.
const never = Task.start(() => log("never"));
log(never.cancel());
try {
  await never;
} catch (error) {
  log(String(error));
}

// Where it waits for all of several calls.
async function call(name: string): Promise<void> {
  try {
    await sleep(1000);
  } finally {
    log("call ends", name);
  }
}
const all = Task.start(async () => {
  await Promise.all([call("a"), call("b")]);
});
await sleep(1);
all.cancel();
try {
  await all;
} catch (error) {
  log(String(error));
}

// A task that another waits for is not cancelled with it, nor is a call that somebody else waits for.
const shared = call2();
async function call2(): Promise<string> {
  await sleep(5);
  return "shared";
}
const own = Task.start(async () => {
  await sleep(5);
  return "own task";
});
const waits = [Task.start(async () => await own), Task.start(async () => await shared)];
const also = Task.start(async () => await shared);
await sleep(1);
for (const task of waits) task.cancel();
for (const task of waits) {
  try {
    log(await task);
  } catch (error) {
    log(String(error));
  }
}
log(await own, await shared, await also);

// A task that is cancelled while it runs gets the error at its next wait, also if the call it runs in ends without one.
let current: Task<void> | undefined;
async function asksItself(): Promise<void> {
  await null;
  current?.cancel();
  log("still runs");
}
current = Task.start(async () => {
  for (let i = 0; i < 3; i++) {
    log("round", i);
    await asksItself();
  }
});
try {
  await current;
} catch (error) {
  log(String(error));
}

// throwIfCancelled looks without waiting. Who has caught the error is not told again.
const busy: Task<string> = Task.start(async () => {
  await null;
  busy.cancel();
  try {
    for (let i = 0; ; i++) {
      if (i === 10) Task.throwIfCancelled();
    }
  } catch (error) {
    log(String(error));
  }
  Task.throwIfCancelled();
  await sleep(1);
  return "went on";
});
log(await busy, busy.isCancelled);

// Nobody has to handle that a task was cancelled; for await closes what it goes over.
async function* numbers(): AsyncGenerator<number> {
  try {
    for (let i = 0; ; i++) {
      await sleep(1);
      yield i;
    }
  } finally {
    log("generator ends");
  }
}
const counts = Task.start(async () => {
  for await (const n of numbers()) if (n > 1000) break;
});
await sleep(5);
counts.cancel();
await sleep(5);
log(counts.isDone);

// What was done at once is not lost to a task that is to end; what has only begun is taken back.
const gate = new Mutex();
const holder: Task<void> = Task.start(async () => {
  await null;
  holder.cancel();
  using lease = await gate.acquire();
  log("has the gate", gate.isLocked);
  await sleep(1);
  log("never");
});
const pipe = new Channel<number>();
const offers: Task<void> = Task.start(async () => {
  await null;
  offers.cancel();
  await pipe.send(1);
});
const quiet = new Channel<number>();
const chooses = Task.start(async () => log("never", await select({ quiet }, { timeout: 100000 })));
const within: Task<void> = Task.start(async () => {
  await null;
  within.cancel();
  await using group = new TaskGroup();
  group.start(() => log("never"));
});
const loops: Task<void> = Task.start(async () => {
  for (let i = 0; ; i++) {
    if (i === 2) loops.cancel();
    await (async () => await null)();
  }
});
await sleep(1);
chooses.cancel();
for (const task of [holder, offers, chooses, within, loops]) {
  try {
    await task;
  } catch (error) {
    log(String(error));
  }
}
log(gate.isLocked, pipe.tryReceive(), quiet.trySend(2));
// output: true true true false
// output: inner ends
// output: inner has ended
// output: middle ends
// output: outer ends
// output: CancelledError: the task was cancelled true true true
// output: true
// output: CancelledError: the task was cancelled
// output: call ends a
// output: call ends b
// output: CancelledError: the task was cancelled
// output: CancelledError: the task was cancelled
// output: CancelledError: the task was cancelled
// output: own task shared shared
// output: round 0
// output: still runs
// output: round 1
// output: still runs
// output: CancelledError: the task was cancelled
// output: CancelledError: the task was cancelled
// output: went on true
// output: generator ends
// output: true
// output: has the gate true
// output: CancelledError: the task was cancelled
// output: CancelledError: the task was cancelled
// output: CancelledError: the task was cancelled
// output: CancelledError: the task was cancelled
// output: CancelledError: the task was cancelled
// output: false undefined false
