// reference
// A promise that fails while nobody waits for it ends the program before the next timer, also when it were awaited later.
async function fails(turns: number): Promise<number> {
  for (let i = 0; i < turns; i++) await Promise.resolve(i);
  throw new TypeError(`after ${turns}`);
}
const awaited = fails(3);
await Promise.resolve(1);
try {
  await awaited;
} catch (error) {
  if (error instanceof TypeError) console.log("caught", error.message);
}
const early = fails(0);
for (let i = 0; i < 10; i++) await Promise.resolve(i);
try {
  await early;
} catch (error) {
  if (error instanceof TypeError) console.log("caught", error.message);
}
const late = fails(5);
await sleep(5);
console.log("not printed");
try {
  await late;
} catch {
  console.log("not printed");
}
