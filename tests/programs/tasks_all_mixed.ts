async function num(ms: number): Promise<number> { await sleep(ms); return ms; }
async function nothing(ms: number): Promise<void> { await sleep(ms); console.log("nothing", ms); }
const [, n] = await Promise.all([nothing(3), num(5)]);
console.log(n);
const all = await Promise.all([num(1), nothing(3), sleep(2), "text", 5]);
console.log(all[0], all[1], all[2], all[3], all[4]);
const [x, y] = await Promise.all([num(1), num(2)]);
console.log(x + y);
const [p, q] = await Promise.all([num(1), Promise.all([num(4), nothing(1)])]);
console.log(p, q[0], q[1]);
const rs: number[] = await Promise.all([num(1), num(2)]);
console.log(rs.length, rs[0]);
await Promise.all([nothing(1), nothing(2)]);
await Promise.all([]);
const empty: number[] = await Promise.all([]);
console.log(empty.length);
const es: Promise<number>[] = [];
console.log((await Promise.all(es)).length);
