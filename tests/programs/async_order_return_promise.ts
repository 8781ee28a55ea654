// reference
async function value(): Promise<number> {
  return 1;
}
async function direct(): Promise<number> {
  return value();
}
async function awaited(): Promise<number> {
  return await value();
}
async function pending(): Promise<number> {
  await 0;
  await 0;
  return 2;
}
async function follow(): Promise<number> {
  return pending();
}
async function nothing(): Promise<void> {
  return ticker("inner", 1);
}
async function ticker(name: string, n: number): Promise<void> {
  for (let i = 1; i <= n; i++) {
    await 0;
    console.log(`${name} ${i}`);
  }
}
async function report(name: string, which: number): Promise<void> {
  if (which === 0) await value();
  if (which === 1) await direct();
  if (which === 2) await awaited();
  if (which === 3) await follow();
  if (which === 4) await nothing();
  if (which === 5) await pending();
  console.log(`finished ${name}`);
}
const all = [ticker("tick", 10), report("value", 0), report("direct", 1), report("awaited", 2), report("follow", 3), report("nothing", 4), report("pending", 5)];
for (const p of all) await p;
