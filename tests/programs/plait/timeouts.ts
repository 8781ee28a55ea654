// reference
// withTimeout: what is late is cancelled with all it waits for, and told when that has ended.
const log = (...words: unknown[]) => console.log(...words);
log(await withTimeout(100, async () => (await sleep(1), "in time")), await withTimeout(Infinity, () => 5));
const tell = (error: unknown) => log(String(error), error instanceof TimeoutError);
try {
  await withTimeout(3, async () => {
    await using group = new TaskGroup();
    group.start(async () => {
      try {
        await sleep(1000);
      } finally {
        await sleep(1);
        log("child has ended");
      }
    });
    await sleep(1000);
  });
} catch (error) {
  tell(error);
}
try {
  await withTimeout(3, async () => {
    try {
      await sleep(100);
    } catch {
      throw new Error("of its own");
    }
  });
} catch (error) {
  tell(error);
}
log(
  await withTimeout(3, async () => {
    try {
      await sleep(100);
    } catch {
      return "another way";
    }
    return "";
  }),
);
// The inner time is over first, or the outer one.
for (const [outer, inner] of [[50, 2], [2, 50]]) {
  try {
    await withTimeout(outer, async () => {
      try {
        await withTimeout(inner, () => sleep(1000));
      } catch (error) {
        log("inner", String(error));
        throw error;
      }
    });
  } catch (error) {
    tell(error);
  }
}
// What has ended keeps no timer that the program would wait for.
await withTimeout(1e6, () => sleep(1));
// Cancelled from outside.
const task = Task.start(() => withTimeout(1000, () => sleep(1000)));
await sleep(1);
task.cancel();
try {
  await task;
} catch (error) {
  tell(error);
}
try {
  await withTimeout(-1, () => 1);
} catch (error) {
  tell(error);
}
// output: in time 5
// output: child has ended
// output: TimeoutError: the time of 3 ms is over true
// output: Error: of its own false
// output: another way
// output: inner TimeoutError: the time of 2 ms is over
// output: TimeoutError: the time of 2 ms is over true
// output: inner CancelledError: the task was cancelled
// output: TimeoutError: the time of 2 ms is over true
// output: CancelledError: the task was cancelled false
// output: RangeError: Invalid timeout false
