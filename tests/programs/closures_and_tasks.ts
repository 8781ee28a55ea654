const add = (x: number) => (y: number) => x + y;
console.log(add(2)(3));
const fs: (() => number)[] = [];
for (let i = 0; i < 3; i++) fs.push(() => i * 10);
for (const f of fs) console.log(f());
function counter(start = 0) { let n = start; return { n }; }
const nums = [3, 1, 2];
console.log(nums.map((x) => x * 2).join(","), nums.filter((x) => x > 1).length, nums.reduce((a, b) => a + b, 0));
function sum(...xs: number[]): number { let t = 0; for (const x of xs) t += x; return t; }
console.log(sum(1, 2, 3), sum(...nums));
const [a, b] = [1, "two"] as [number, string];
console.log(a, b);
function g(): number { try { return 1; } finally { console.log("fin"); } }
console.log(g());
try { throw 5; } catch (e) { if (typeof e === "number") console.log("num", e); }
const m = new Mutex();
async function w(name: string) { await m.lock(); console.log(name); await sleep(1); m.unlock(); }
await Promise.all([w("a"), w("b")]);
const ch = new Channel<number>(1);
async function prod() { for (let i = 0; i < 3; i++) await ch.send(i); ch.close(); }
const t = prod();
let v = await ch.receive();
while (v !== undefined) { console.log(v); v = await ch.receive(); }
await t;
