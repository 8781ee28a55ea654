const c = new Channel<string>(2);
const done = new Channel<number>();
async function producer(n: string, count: number): Promise<void> { for (let i = 0; i < count; i++) { await c.send(n + i); console.log("sent", n, i, c.length); } }
async function consumer(n: number): Promise<number> { let k = 0; for (;;) { const v = await c.receive(); if (v === undefined) break; console.log("rec", n, v); k++; } await done.send(k); return k; }
const ps = [producer("a", 4), producer("b", 3), producer("c", 1)];
const cs = [consumer(1), consumer(2)];
await Promise.all(ps);
c.close();
console.log(await done.receive(), await done.receive());
console.log((await Promise.all(cs)).join());
try { await c.send("x"); } catch (e) { if (e instanceof Error) console.log(e.message); }
console.log(await c.receive() === undefined, c.isClosed);
interface P { x: number; y: string }
const objs = new Channel<P>(1), bools = new Channel<boolean>(1), arr = new Channel<number[]>(1), fn = new Channel<() => number>(1);
await objs.send({ x: 1, y: "q" }); await bools.send(false); await arr.send([1, 2]); await fn.send(() => 42);
const ob = await objs.receive();
console.log(ob?.x, ob?.y, await bools.receive(), (await arr.receive())?.join(), (await fn.receive())?.());
const nul = new Channel<string | null>(2);
await nul.send(null); await nul.send("s");
console.log(await nul.receive() === null, await nul.receive());
const w1 = c.receive(); console.log(await w1);
const big = new Channel<number>(3);
async function prod2(): Promise<void> { for (let i = 0; i < 100; i++) await big.send(i); big.close(); }
prod2();
let s = 0, v: number | undefined;
while ((v = await big.receive()) !== undefined) s += v;
console.log(s);
const m = new Mutex();
let inside = 0, most = 0;
async function crit(n: number): Promise<void> { await m.lock(); try { inside++; if (inside > most) most = inside; await sleep(n % 3); if (n === 4) throw new Error("in crit"); } finally { inside--; m.unlock(); } }
const crits: Promise<void>[] = [];
for (let i = 0; i < 8; i++) crits.push(crit(i));
try { await Promise.all(crits); } catch (e) { if (e instanceof Error) console.log(e.message); }
await sleep(30);
console.log(most, m.isLocked, m.tryLock(), m.tryLock());
m.unlock();
try { m.unlock(); } catch (e) { if (e instanceof Error) console.log(e.message); }
