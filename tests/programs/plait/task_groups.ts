// Groups: the end of the block waits for the tasks, the first failure cancels the rest and interrupts the block.
const log = (...words: unknown[]) => console.log(...words);
async function works(name: string, time: number): Promise<string> {
  try {
    await sleep(time);
    log("done", name);
    return name;
  } finally {
    log("ends", name);
  }
}
{
  await using group = new TaskGroup();
  const first = group.start(works, "a", 3);
  group.start(works, "b", 1);
  log(group.size, group.isCancelled, await first);
}
log("behind the block");

async function fails(): Promise<void> {
  await using group = new TaskGroup();
  group.start(works, "sibling", 1000);
  group.start(async () => {
    await sleep(1);
    throw new RangeError("broken");
  });
  try {
    await sleep(1000);
  } finally {
    log("block is interrupted", group.isCancelled);
  }
}
try {
  await fails();
} catch (error) {
  log(String(error), error instanceof RangeError);
}

// The block fails.
try {
  await using group = new TaskGroup();
  group.start(works, "of the block", 1000);
  await sleep(1);
  throw new TypeError("block");
} catch (error) {
  log(String(error));
}

// Several tasks fail.
try {
  await using group = new TaskGroup();
  group.start(async () => {
    throw new Error("one");
  });
  group.start(async () => {
    try {
      await sleep(10);
    } finally {
      throw new Error("two");
    }
  });
} catch (error) {
  log(String(error), error instanceof AggregateError ? error.errors.map(String) : "");
}

// Tasks of a group start others in it, also while the block waits for its end.
const seen: number[] = [];
{
  await using group = new TaskGroup();
  const visit = async (n: number): Promise<void> => {
    await sleep(1);
    seen.push(n);
    if (n < 8) {
      group.start(visit, n * 2);
      group.start(visit, n * 2 + 1);
    }
  };
  group.start(visit, 1);
}
log(seen.join(" "));

// cancel() and join(); who is cancelled alone is no failure of the group.
const group = new TaskGroup();
const alone = group.start(works, "alone", 1000);
const other = group.start(works, "other", 2);
await sleep(1);
alone.cancel();
log(await other, group.size);
group.start(works, "rest", 1000);
await sleep(1);
group.cancel();
await group.join();
log(group.size, group.isCancelled);
try {
  group.start(() => 1);
} catch (error) {
  log(String(error));
}
const ended = new TaskGroup();
await ended.join();
try {
  ended.start(() => 1);
} catch (error) {
  log(String(error));
}

// Groups within groups: a failure far inside ends everything.
try {
  await using outer = new TaskGroup();
  outer.start(works, "outer", 1000);
  outer.start(async () => {
    await using inner = new TaskGroup();
    inner.start(works, "inner", 1000);
    inner.start(async () => {
      await sleep(1);
      throw new Error("far inside");
    });
  });
} catch (error) {
  log(String(error));
}

// A cancelled task ends the tasks of its groups, and waits for them.
const owner = Task.start(async () => {
  await using group = new TaskGroup();
  group.start(async () => {
    try {
      await sleep(1000);
    } finally {
      await sleep(2);
      log("child has ended");
    }
  });
});
await sleep(1);
owner.cancel();
try {
  await owner;
} catch (error) {
  log("owner", String(error));
}
// A block that catches the interruption throws the failure nevertheless.
try {
  await using group = new TaskGroup();
  group.start(async () => {
    throw new Error("not lost");
  });
  try {
    await sleep(100);
  } catch (error) {
    log("caught", String(error), error instanceof CancelledError ? String(error.cause) : "");
  }
} catch (error) {
  log(String(error));
}
// output: done b
// output: ends b
// output: done a
// output: ends a
// output: 2 false a
// output: behind the block
// output: ends sibling
// output: block is interrupted true
// output: RangeError: broken true
// output: ends of the block
// output: TypeError: block
// output: AggregateError: several tasks of a group have failed [ 'Error: one', 'Error: two' ]
// output: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15
// output: ends alone
// output: done other
// output: ends other
// output: other 0
// output: ends rest
// output: 0 true
// output: CancelledError: the task was cancelled
// output: Error: the group of tasks has ended
// output: ends inner
// output: ends outer
// output: Error: far inside
// output: child has ended
// output: owner CancelledError: the task was cancelled
// output: caught CancelledError: the task was cancelled Error: not lost
// output: Error: not lost
