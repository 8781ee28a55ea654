// Channels without bound, without waiting, cancelled; select.
const log = (...words: unknown[]) => console.log(...words);
const open = new Channel<number>(Infinity);
for (let i = 0; i < 5; i++) await open.send(i);
log(open.length, open.tryReceive(), open.trySend(9));
open.close();
const rest: number[] = [];
for await (const value of open) rest.push(value);
log(rest, open.tryReceive());
try {
  open.trySend(1);
} catch (error) {
  log(String(error));
}
const narrow = new Channel<string>(1);
log(narrow.trySend("a"), narrow.trySend("b"), narrow.tryReceive(), narrow.tryReceive());

// A cancelled receiver takes no value, a cancelled sender gives none.
const meeting = new Channel<string>();
const receiver = Task.start(async () => log("received", await meeting.receive()));
await sleep(1);
receiver.cancel();
const sender = Task.start(async () => meeting.send("lost"));
await sleep(1);
sender.cancel();
const later = Task.start(() => meeting.send("kept"));
log(await meeting.receive(), await later);

const words = new Channel<string>();
const numbers = new Channel<number>(1);
const feeder = Task.start(async () => {
  await sleep(1);
  await words.send("hello");
  await sleep(1);
  await numbers.send(4);
  await sleep(20);
  words.close();
});
for (let i = 0; i < 4; i++) {
  const got = await select({ words, numbers }, { timeout: 10 });
  switch (got.from) {
    case "words":
      log("words", got.isClosed ? "closed" : got.value.toUpperCase());
      break;
    case "numbers":
      log("numbers", got.isClosed ? 0 : got.value + 1);
      break;
    case "timeout":
      log("timeout", got.value);
      break;
  }
}
await feeder;
// The first of those that are ready; sending is one of them.
const out = new Channel<number>(1);
log(await select({ numbers, out: out.sending(3) }), out.length);
log(await select({ numbers }, { timeout: 0 }), await select({ numbers, out }));
const first = new Channel<number>(1);
const second = new Channel<number>(1);
await first.send(1);
await second.send(2);
log(await select({ second, first }), await select({ second, first }));
// What was not chosen, or was cancelled, takes nothing.
const selecting = Task.start(async () => log("never", await select({ first, second })));
await sleep(1);
selecting.cancel();
log(await first.send(5), first.length);
const chosen = Task.start(() => select({ second, out: meeting.sending("x") }));
await sleep(1);
log(await meeting.receive(), await chosen);
await second.send(6);
log(second.length, await second.receive());
// Who sends to a channel that is closed meanwhile is told.
const refused = Task.start(() => select({ out: meeting.sending("y") }));
await sleep(1);
meeting.close();
try {
  await refused;
} catch (error) {
  log(String(error));
}
for (const wrong of [{ a: 5 }, 7, { timeout: second }]) {
  try {
    await (select as any)(wrong, { timeout: 1 });
  } catch (error) {
    log(String(error));
  }
}
// A pipeline with workers.
const jobs = new Channel<number>(2);
const results = new Channel<string>(2);
{
  await using group = new TaskGroup();
  for (let worker = 0; worker < 3; worker++) {
    group.start(async () => {
      for await (const job of jobs) await results.send(`${job * job}`);
    });
  }
  group.start(async () => {
    for (let i = 1; i <= 6; i++) await jobs.send(i);
    jobs.close();
  });
  const collected: string[] = [];
  for (let i = 0; i < 6; i++) collected.push((await results.receive()) ?? "");
  log(collected.sort().join(" "));
}
for (const capacity of [-1, 0.5]) {
  try {
    new Channel<number>(capacity);
  } catch (error) {
    log(String(error));
  }
}
// output: 5 0 true
// output: [ 1, 2, 3, 4, 9 ] undefined
// output: Error: the channel is closed
// output: true false a undefined
// output: kept undefined
// output: words HELLO
// output: numbers 5
// output: timeout undefined
// output: words closed
// output: { from: 'out', value: undefined, isClosed: false } 1
// output: { from: 'timeout', value: undefined, isClosed: false } { from: 'out', value: 3, isClosed: false }
// output: { from: 'second', value: 2, isClosed: false } { from: 'first', value: 1, isClosed: false }
// output: undefined 1
// output: x { from: 'out', value: undefined, isClosed: false }
// output: 1 6
// output: Error: the channel is closed
// output: TypeError: select takes channels, and what their method sending gives; a is 5
// output: TypeError: select takes an object of channels
// output: TypeError: a channel of this select cannot be named timeout
// output: 1 16 25 36 4 9
// output: RangeError: Invalid channel capacity
// output: RangeError: Invalid channel capacity
