class Svc {
  readonly #m = new Mutex();
  #n = 0;
  async inc(by: number): Promise<number> {
    await this.#m.lock();
    try { const o = this.#n; await sleep(1); if (by < 0) throw new RangeError("negative"); this.#n = o + by; return this.#n; }
    finally { this.#m.unlock(); }
  }
}
const s = new Svc();
async function outer(n: number): Promise<number> { return await s.inc(n); }
const r = [outer(1), outer(2), outer(3)];
console.log((await Promise.all(r)).join());
async function wrapped(n: number): Promise<string> { try { await outer(n); return "ok"; } catch (e) { throw new Error("wrapped", { cause: e }); } }
try { await wrapped(-1); } catch (e) { if (e instanceof Error) { console.log(e.message, e.cause instanceof RangeError); } }
console.log(await s.inc(4));
const mixed = await Promise.all([s.inc(1), wrapped(1), [1, 2], null, true]);
console.log(mixed[0], mixed[1], mixed[2].length, mixed[3], mixed[4]);
async function maybe(b: boolean): Promise<number | null> { return b ? 1 : null; }
const [q, w] = await Promise.all([maybe(true), maybe(false)]);
console.log(q, w);
const spread = [outer(1), outer(2)];
console.log((await Promise.all([...spread, outer(3)])).join());
console.log((await Promise.all([1, 2, 3].map(async (x) => x * (await outer(x))))).join());
async function nested(): Promise<number[][]> { return Promise.all([Promise.all([outer(1)]), Promise.all([outer(1), outer(1)])]); }
for (const row of await nested()) console.log(row.join());
const ps: Promise<void>[] = [];
for (const name of ["x", "y"]) ps.push((async () => { await sleep(1); console.log(name); })());
await Promise.all(ps);
