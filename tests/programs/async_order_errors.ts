// reference
async function boom(after: number): Promise<number> {
  for (let i = 0; i < after; i++) await 0;
  throw new Error(`boom ${after}`);
}
async function through(after: number): Promise<number> {
  return boom(after);
}
async function inTry(after: number): Promise<number> {
  try {
    return boom(after);
  } catch (e) {
    console.log("must not be caught here");
    return -1;
  } finally {
    console.log("finally", after);
  }
}
async function awaitedInTry(after: number): Promise<number> {
  try {
    return await boom(after);
  } catch (e) {
    console.log("caught here");
    return -1;
  } finally {
    console.log("finally", after);
  }
}
async function report(name: string, which: number): Promise<void> {
  try {
    if (which === 0) await boom(0);
    if (which === 1) await boom(2);
    if (which === 2) await through(0);
    if (which === 3) await through(1);
    if (which === 4) await inTry(1);
    if (which === 5) console.log(await awaitedInTry(1));
    console.log(`${name} fine`);
  } catch (e) {
    if (e instanceof Error) console.log(`${name} ${e.message}`);
  }
}
async function ticker(): Promise<void> {
  for (let i = 1; i <= 8; i++) {
    await 0;
    console.log("tick", i);
  }
}
const all = [ticker(), report("a", 0), report("b", 1), report("c", 2), report("d", 3), report("e", 4), report("f", 5)];
for (const p of all) await p;
