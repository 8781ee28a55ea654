// reference
async function risky(n: number): Promise<number> {
  await 0;
  if (n % 2 === 1) throw new Error(`odd ${n}`);
  return n;
}
async function sumEven(): Promise<number> {
  let total = 0;
  for (let i = 0; i < 6; i++) {
    try {
      total += await risky(i);
    } catch (e) {
      if (e instanceof Error) console.log(e.message);
      await 0;
      continue;
    } finally {
      await 0;
      console.log("finally", i);
    }
    console.log("added", i);
  }
  return total;
}
console.log(await sumEven());
async function first(): Promise<string> {
  for (let i = 1; ; i++) {
    try {
      return `found ${await risky(i)}`;
    } catch (e) {
      console.log("try again");
    }
  }
}
console.log(await first());
