const log: string[] = [];
setTimeout(() => log.push("t10"), 10);
setTimeout(() => log.push("t0 a"));
setTimeout(() => log.push("t0 b"), 0);
setTimeout(() => log.push("t1"), 1);
const cancelled = setTimeout(() => log.push("cancelled"), 5);
setTimeout((a: string, b: number) => log.push(a + b), 3, "args", 2);
clearTimeout(cancelled);
clearTimeout(undefined);
Promise.resolve().then(() => log.push("micro"));
log.push("sync");
setTimeout(() => {
  log.push("outer");
  queueMicrotask(() => log.push("micro in timer"));
  setTimeout(() => log.push("inner"), 0);
}, 20);
let ticks = 0;
const interval = setInterval(() => {
  log.push("tick " + ++ticks);
  if (ticks === 3) clearInterval(interval);
}, 40);
await new Promise((r) => setTimeout(r, 200));
console.log(log.join("\n"));
const sequence: number[] = [];
await new Promise<void>((done) => {
  const run = (n: number) => {
    sequence.push(n);
    if (n === 5) done();
    else setTimeout(run, 1, n + 1);
  };
  run(1);
});
console.log(sequence);
const never = setTimeout(() => console.log("never"), 1e6);
clearTimeout(never);
setTimeout(() => console.log("the last"), 30);
setTimeout(() => console.log("before the last"), 2);
console.log("end of program");
