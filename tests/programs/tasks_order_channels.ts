const ch = new Channel<number>(2);
const m = new Mutex();
async function tick(name: string, n: number): Promise<void> { for (let i = 0; i < n; i++) { console.log(name, i); await null; } }
async function prod(): Promise<void> { for (let i = 0; i < 5; i++) { await ch.send(i); console.log("sent", i); } ch.close(); }
async function cons(name: string): Promise<void> { let v = await ch.receive(); while (v !== undefined) { console.log(name, v); v = await ch.receive(); } console.log(name, "end"); }
async function lockit(name: string): Promise<void> { for (let i = 0; i < 2; i++) { await m.lock(); console.log("lock", name, i); await null; m.unlock(); } }
const all = [tick("t", 14), prod(), cons("c"), cons("d"), lockit("x"), lockit("y")];
await Promise.all(all);
console.log("done");
const p2 = Promise.all([tick("u", 2), tick("v", 1)]);
await p2;
console.log("done2");
try { await ch.send(9); } catch (e) { if (e instanceof Error) console.log(e.message); }
async function s(n: string, ms: number): Promise<void> { await sleep(ms); console.log("slept", n); }
await Promise.all([s("a", 20), s("b", 5), s("c", 5), s("d", 0)]);
