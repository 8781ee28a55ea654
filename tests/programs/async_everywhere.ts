// reference
function log(s: string): void { console.log(s); }
class Job {
  constructor(readonly name: string, private readonly steps: number) {}
  async run(): Promise<string> { for (let i = 0; i < this.steps; i++) { log(`${this.name}${i}`); await this.step(i); } return this.name; }
  async step(i: number): Promise<void> { if (i % 2 === 0) await null; log(`step ${this.name}${i}`); }
  static async make(n: string): Promise<Job> { await undefined; return new Job(n, 2); }
}
const arrow = async (n: number): Promise<number> => { await 0; return n * 2; };
const arrow2 = async (n: number): Promise<number> => n + (await arrow(n)) * (await arrow(n + 1));
async function fin(k: string): Promise<string> {
  for (let i = 0; i < 3; i++) {
    try { log(`try ${k}${i}`); if (i === 1) continue; await arrow(i); if (i === 2) throw new TypeError(k); }
    catch (e) { log(`catch ${e instanceof TypeError}`); return `caught ${await arrow(5)}`; }
    finally { log(`fin ${k}${i}`); await arrow(1); log(`fin2 ${k}${i}`); }
  }
  return "end";
}
const jobs = [new Job("a", 2), new Job("b", 3)];
const started: Promise<string>[] = [];
for (const j of jobs) started.push(j.run());
const made = Job.make("c");
log("sync");
const p1 = fin("x"), p2 = fin("y");
log(`t ${await arrow(3)} ${await arrow2(2)} ${(await made).name}`);
log(await p1 + await p2);
const rs = await Promise.all(started);
log(rs.join());
const o = { v: await arrow(1), w: [await arrow(2), await arrow(3)] };
log(`${o.v} ${o.w.join()}`);
let sum = 0;
for (let i = await arrow(0); i < await arrow(2); i += await arrow(0.5)) sum += await arrow(i);
log(`${sum}`);
const cond = (await arrow(1)) > 1 ? await arrow(10) : await arrow(20);
log(`${cond} ${(await arrow(0)) || (await arrow(4))} ${(await arrow(0)) && (await arrow(9))}`);
async function ret(): Promise<number> { return arrow(4); }
async function ret2(): Promise<number> { return await arrow(4); }
const order: string[] = [];
async function mark(n: string, p: Promise<number>): Promise<void> { const v = await p; order.push(n + v); }
await Promise.all([mark("ret", ret()), mark("ret2", ret2()), mark("arrow", arrow(4)), mark("res", Promise.resolve(4))]);
log(order.join());
async function thrower(n: number): Promise<number> { if (n === 0) throw new RangeError("deep"); return thrower(n - 1); }
try { await thrower(3); } catch (e) { if (e instanceof RangeError) log(e.message); }
const fs: (() => Promise<number>)[] = [];
for (let i = 0; i < 3; i++) fs.push(async () => { await null; return i; });
for (const f of fs) log(`${await f()}`);
switch (await arrow(1)) { case 2: log("two"); break; default: log("other"); }
do { sum--; } while ((await arrow(sum)) > 0);
log(`${sum}`);
label: for (let i = 0; i < 3; i++) { for (let j = 0; j < 3; j++) { if ((await arrow(j)) === 2) continue label; log(`${i}${j}`); } }
