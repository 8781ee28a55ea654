// Going over a channel: until it is closed and empty; break, continue, labels, errors, several receivers, patterns.
interface Job {
  id: number;
  work: number;
}
const jobs = new Channel<Job>(2);
const results = new Channel<string>(10);
async function worker(name: string): Promise<number> {
  let done = 0;
  for await (const job of jobs) {
    for (let turn = 0; turn < job.work; turn++) await null;
    await results.send(`${name}#${job.id}`);
    done++;
  }
  return done;
}
async function produce(): Promise<void> {
  const workers = ["w1", "w2", "w3"].map((name) => worker(name));
  for (let i = 0; i < 7; i++) await jobs.send({ id: i, work: (i * 3) % 5 });
  jobs.close();
  const counts = await Promise.all(workers);
  results.close();
  const all: string[] = [];
  for await (const text of results) all.push(text.split("#")[1]);
  console.log(all.length, counts.reduce((a, b) => a + b, 0), all.sort().join(""));
}
await produce();

const numbers = new Channel<number>();
async function feed(): Promise<string> {
  for (let i = 0; i < 10; i++) await numbers.send(i);
  numbers.close();
  return "fed";
}
const feeding = feed();
const seen: (() => number)[] = [];
let sum = 0;
outer: for await (const n of numbers) {
  if (n % 2 === 0) continue;
  for (let k = 0; k < 3; k++) {
    if (n === 5) continue outer;
  }
  seen.push(() => n);
  sum += n;
}
console.log(await feeding, sum, seen.map((f) => f()).join(" "));

const pairs = new Channel<[string, number]>(4);
await pairs.send(["a", 1]);
await pairs.send(["b", 2]);
await pairs.send(["c", 3]);
for await (const [name, value] of pairs) {
  console.log(name, value);
  if (value === 2) break;
}
console.log(pairs.length, pairs.isClosed);
pairs.close();
try {
  for await (const [name] of pairs) throw new RangeError(`after ${name}`);
} catch (error) {
  console.log(error instanceof RangeError ? error.message : "?");
}
for await (const _ of pairs) console.log("never");

async function drain(channel: Channel<string>): Promise<string> {
  try {
    for await (const text of channel) {
      if (text === "stop") return "stopped";
    }
    return "closed";
  } finally {
    console.log("drained");
  }
}
const texts = new Channel<string>();
const draining = drain(texts);
await texts.send("go");
await texts.send("stop");
console.log(await draining);
const waiting = drain(texts);
texts.close();
console.log(await waiting);
