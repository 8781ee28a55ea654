type Task = Generator<number | undefined, void, void>;
class Scheduler {
  private queue: { name: string; task: Task; wake: number }[] = [];
  private now = 0;
  readonly log: string[] = [];
  spawn(name: string, task: Task): this {
    this.queue.push({ name, task, wake: this.now });
    return this;
  }
  run(limit = 100): number {
    let steps = 0;
    while (this.queue.length && steps++ < limit) {
      this.queue.sort((a, b) => a.wake - b.wake);
      const entry = this.queue.shift()!;
      this.now = Math.max(this.now, entry.wake);
      try {
        const { done, value } = entry.task.next();
        this.log.push(`${this.now} ${entry.name}${done ? " done" : ""}`);
        if (!done) this.queue.push({ ...entry, wake: this.now + (value ?? 0) });
      } catch (e) {
        this.log.push(`${this.now} ${entry.name} failed: ${(e as Error).message}`);
      }
    }
    for (const { task } of this.queue.splice(0)) task.return();
    return this.now;
  }
}
const shared: string[] = [];
function* worker(name: string, times: number, delay: number): Task {
  try {
    for (let i = 0; i < times; i++) {
      shared.push(name + i);
      yield delay;
    }
  } finally {
    shared.push(name + " cleaned");
  }
}
function* failing(): Task {
  yield 3;
  throw new Error("broken");
}
const s = new Scheduler();
s.spawn("a", worker("a", 3, 2)).spawn("b", worker("b", 2, 5)).spawn("f", failing());
console.log(s.run(), s.log, shared);
const t = new Scheduler().spawn("forever", (function* (): Task { try { for (;;) yield 1; } finally { console.log("stopped"); } })());
console.log(t.run(5), t.log.length);
function* producer(out: number[]): Task { for (let i = 0; i < 3; i++) { out.push(i); yield; } }
function* consumer(from: number[], got: number[]): Task { while (got.length < 3) { const n = from.shift(); if (n === undefined) yield 1; else { got.push(n * 10); yield; } } }
const [channel, got]: [number[], number[]] = [[], []];
new Scheduler().spawn("c", consumer(channel, got)).spawn("p", producer(channel)).run();
console.log(got, channel);
function asyncLike<T>(body: () => Generator<Promise<any>, T, any>): Promise<T> {
  const it = body();
  const step = (f: () => IteratorResult<Promise<any>, T>): Promise<T> => {
    try {
      const { done, value } = f();
      return done ? Promise.resolve(value) : value.then((v) => step(() => it.next(v)), (e) => step(() => it.throw(e)));
    } catch (e) {
      return Promise.reject(e);
    }
  };
  return step(() => it.next());
}
console.log(await asyncLike(function* () {
  const a: number = yield Promise.resolve(1);
  try {
    yield Promise.reject(new Error("inner"));
  } catch (e) {
    return a + (e as Error).message;
  }
  return "no";
}));
await asyncLike(function* () { yield Promise.resolve(); throw new RangeError("out"); }).catch((e) => console.log(String(e)));
