// Task.all and Task.race: what is decided cancels the others, and is told when all have ended.
async function work(name: string, time: number, fails = false): Promise<string> {
  try {
    await sleep(time);
    if (fails) throw new RangeError(name);
    return name;
  } finally {
    await sleep(2);
    console.log("ended", name);
  }
}
console.log(await Task.all([Task.start(work, "a", 3), work("b", 1), "c", 4]));
console.log(await Task.all([]), await Task.all(new Set([Task.start(() => 1), Task.start(() => 2)])));
try {
  await Task.all([Task.start(work, "slow", 1000), Task.start(work, "broken", 1, true), Task.start(work, "quick", 0)]);
} catch (error) {
  console.log(String(error));
}
console.log(await Task.race([Task.start(work, "late", 1000), Task.start(work, "early", 1)]));
try {
  await Task.race([Task.start(work, "late", 1000), Task.start(work, "bad", 1, true)]);
} catch (error) {
  console.log(String(error));
}
// Several fail: the first is told.
try {
  await Task.all([work("one", 1, true), work("two", 1, true)]);
} catch (error) {
  console.log(String(error));
}
// Cancelling who waits for all cancels all.
const outer = Task.start(async () => Task.all([Task.start(work, "x", 1000), Task.start(work, "y", 1000)]));
await sleep(1);
outer.cancel();
try {
  await outer;
} catch (error) {
  console.log(error instanceof CancelledError, outer.isCancelled);
}
// output: ended b
// output: ended a
// output: [ 'a', 'b', 'c', 4 ]
// output: [] [ 1, 2 ]
// output: ended broken
// output: ended slow
// output: RangeError: broken
// output: ended early
// output: ended late
// output: early
// output: ended bad
// output: ended late
// output: RangeError: bad
// output: ended one
// output: RangeError: one
// output: ended x
// output: ended y
// output: true true
