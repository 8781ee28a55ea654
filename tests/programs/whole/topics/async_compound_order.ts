let x = 1;
async function add(n: number) {
  x += await n;
}
const p1 = add(10);
x = 5;
await p1;
console.log(x);
const log: string[] = [];
async function step(name: string, value: number) {
  log.push(name + " start");
  await null;
  log.push(name + " end");
  return value;
}
const total = (await step("a", 1)) + (await step("b", 2));
console.log(total, log.join(", "));
log.length = 0;
const [a, b] = await Promise.all([step("c", 3), step("d", 4)]);
console.log(a + b, log.join(", "));
log.length = 0;
const o = { n: 1 };
o.n += await (async () => ((o.n = 100), 1))();
console.log(o.n);
function f(...args: number[]) {
  return args.join();
}
let counter = 0;
const next = async () => ++counter;
console.log(f(counter, await next(), counter, await next(), counter));
async function condition() {
  return (await next()) > 2 && (await next()) > 3 ? "both" : "no";
}
console.log(await condition());
const results: number[] = [];
await Promise.all([3, 1, 2].map(async (n) => {
  for (let i = 0; i < n; i++) await null;
  results.push(n);
}));
console.log(results);
while ((await next()) < 8);
console.log(counter);
switch (await next()) {
  case await 9:
    console.log("nine");
}
