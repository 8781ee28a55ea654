// reference
async function one(): Promise<number> {
  return 1;
}
async function add(a: number, b: number): Promise<number> {
  const x = await one();
  return a + b + x;
}
async function nothing(): Promise<void> {
  await one();
  console.log("nothing");
}
console.log(await add(2, 3), await one(), await 5, await "text");
await nothing();
const p = add(10, 20);
console.log("not yet");
console.log(await p, await p);
async function fails(): Promise<number> {
  throw new Error("async failure");
}
try {
  await fails();
} catch (e) {
  if (e instanceof Error) console.log(e.message);
}
async function loop(n: int): Promise<int> {
  let total: int = 0;
  for (let i: int = 0; i < n; i++) total += await plus(i);
  return total;
}
async function plus(i: int): Promise<int> {
  if (i % 2 === 1) await one();
  return i + 1;
}
console.log(await loop(10));
async function array(): Promise<number[]> {
  return [1, 2, 3];
}
console.log((await array())[1], (await array()).length);
let tasks: Promise<number>[] = [];
for (let i = 0; i < 5; i++) tasks.push(add(i, i));
let sum = 0;
for (const t of tasks) sum += await t;
console.log(sum);
