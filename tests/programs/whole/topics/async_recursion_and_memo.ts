const tick = () => new Promise<void>((r) => setTimeout(r, 0));
async function fib(n: number): Promise<number> { return n < 2 ? n : (await fib(n - 1)) + (await fib(n - 2)); }
console.log(await fib(12));
const tree = { v: 1, kids: [{ v: 2, kids: [{ v: 3, kids: [] as any[] }] }, { v: 4, kids: [] as any[] }] };
async function sum(t: { v: number; kids: any[] }): Promise<number> { await null; const parts = await Promise.all(t.kids.map(sum)); return t.v + parts.reduce((a, b) => a + b, 0); }
console.log(await sum(tree));
function memoize<K, V>(f: (k: K) => Promise<V>) { const cache = new Map<K, Promise<V>>(); return (k: K) => { let p = cache.get(k); if (!p) cache.set(k, (p = f(k).catch((e) => { cache.delete(k); throw e; }))); return p; }; }
let loads = 0;
const load = memoize(async (k: string) => { loads++; await tick(); if (k === "bad" && loads < 4) throw new Error("load " + loads); return k.toUpperCase(); });
console.log(await Promise.all([load("a"), load("a"), load("b")]), loads);
console.log(await load("bad").catch((e) => e.message), await load("bad").catch((e) => e.message), loads);
const fibm: (n: number) => Promise<number> = memoize(async (n: number) => (n < 2 ? n : (await fibm(n - 1)) + (await fibm(n - 2))));
console.log(await fibm(50));
async function* countdown(n: number): AsyncGenerator<number> { if (n > 0) { yield n; yield* countdown(n - 1); } }
const seen: number[] = [];
for await (const n of countdown(5)) seen.push(n);
console.log(seen.join());
async function deep(n: number): Promise<number> { if (n === 0) throw new RangeError("bottom"); try { return await deep(n - 1); } finally { seen.push(n); } }
console.log(await deep(5).catch((e) => `${e}`), seen.slice(5).join());
const graph: Record<string, string[]> = { a: ["b", "c"], b: ["d"], c: ["d"], d: [] };
const order: string[] = [];
const build = memoize(async (k: string): Promise<void> => { await Promise.all(graph[k].map((d) => build(d))); await tick(); order.push(k); });
await build("a");
console.log(order[0], order.at(-1), order.length);
const mapSeries = async <T, R>(xs: T[], f: (x: T) => Promise<R>) => { const out: R[] = []; for (const x of xs) out.push(await f(x)); return out; };
const started: string[] = [];
const work = async (x: string) => { started.push("s" + x); await tick(); started.push("e" + x); return x + x; };
console.log(await mapSeries(["1", "2"], work), started.splice(0).join(" "), await Promise.all(["3", "4"].map(work)), started.join(" "));
const loop = async (n: number): Promise<string> => { while (n-- > 0) { if (n % 3 === 0) await null; } return "loop done"; };
console.log(await loop(1000));
