// reference
function describe(kind: number): string {
  try {
    if (kind === 1) throw new Error("plain");
    if (kind === 2) new Array<number>(-1).fill(0);
    return "fine";
  } catch (e) {
    if (e instanceof RangeError) return `range ${e.message}`;
    if (e instanceof Error) {
      return `error ${e.message}`;
    }
    return "other";
  }
}
console.log(0, describe(0), describe(1), describe(2));
try {
  throw new Error("m");
} catch (e) {
  const text = e instanceof Error ? e.message : "?";
  console.log(text);
  if (!(e instanceof Error) || e.message === "") console.log("no message");
  if (e instanceof Error) {
    const message = e.message;
    console.log(message + e.name);
  } else {
    console.log("never");
  }
  while (e instanceof Error && e.message === "m") break;
  if (!(e instanceof Error)) throw e;
  console.log(e.message);
}
let stored = new Error("stored");
function rethrow(e: Error): void {
  throw e;
}
try {
  rethrow(stored);
} catch (e) {
  if (e instanceof Error) stored = e;
}
console.log(stored.message);
