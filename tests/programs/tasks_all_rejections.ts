// reference
// Of several promises that fail, the first in time decides, and the others need nobody who handles them.
async function later(turns: number): Promise<number> {
  for (let i = 0; i < turns; i++) await Promise.resolve(i);
  return turns;
}
async function text(turns: number): Promise<string> {
  await later(turns);
  throw new Error(`text ${turns}`);
}
async function flag(turns: number): Promise<boolean> {
  await later(turns);
  throw new Error(`flag ${turns}`);
}
function report(error: unknown): void {
  if (error instanceof Error) console.log(error.message);
}
try {
  await Promise.all([later(9), text(6), flag(3)]);
} catch (error) {
  report(error);
}
try {
  await Promise.all([flag(4), text(2), later(1)]);
} catch (error) {
  report(error);
}
const failed = text(1);
try {
  await failed;
} catch (error) {
  report(error);
}
try {
  await Promise.all([flag(1), failed, later(3)]);
} catch (error) {
  report(error);
}
try {
  const failing = flag(2);
  await Promise.all([failing, failing, later(1)]);
} catch (error) {
  report(error);
}
await later(20);
console.log("end");
