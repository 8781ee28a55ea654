const log: string[] = [];
const note = (s: string) => () => void log.push(s);
setTimeout(note("timer 0"), 0);
queueMicrotask(note("micro 1"));
Promise.resolve().then(note("then 1")).then(note("then 2")).then(note("then 3"));
queueMicrotask(() => {
  log.push("micro 2");
  queueMicrotask(note("nested micro"));
});
(async () => {
  log.push("async sync part");
  await null;
  log.push("after await 1");
  await undefined;
  log.push("after await 2");
})();
const resolved = Promise.resolve();
new Promise<void>((r) => r(resolved)).then(note("resolved by promise"));
(async () => resolved)().then(note("async returns promise"));
(async () => await resolved)().then(note("async awaits promise"));
Promise.resolve().then(() => Promise.resolve()).then(note("then returns promise"));
Promise.all([resolved]).then(note("all"));
Promise.race([resolved]).then(note("race"));
Promise.reject().catch(note("catch"));
Promise.resolve().finally(note("finally")).then(note("after finally"));
note("end of sync")();
await new Promise<void>((r) => setTimeout(r, 5));
for (const line of log) console.log(line);
