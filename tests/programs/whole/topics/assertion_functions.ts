function assert(condition: unknown, message = "assertion failed"): asserts condition {
  if (!condition) throw new Error(message);
}
function assertString(value: unknown): asserts value is string {
  if (typeof value !== "string") throw new TypeError("expected a string, got " + typeof value);
}
function assertNever(value: never): never {
  throw new Error("unexpected " + String(value));
}
function shout(value: unknown): string {
  assertString(value);
  return value.toUpperCase() + "!";
}
console.log(shout("hi"));
for (const v of [1, null, undefined, {}]) {
  try {
    shout(v);
  } catch (e) {
    console.log((e as Error).name, (e as Error).message);
  }
}
function half(n: number | null) {
  assert(n !== null, "null given");
  assert(n % 2 === 0);
  return n / 2;
}
console.log(half(8));
for (const v of [3, null]) {
  try {
    console.log(half(v));
  } catch (e) {
    console.log(e instanceof Error ? e.message : e);
  }
}
function check(x: "a" | "b"): number {
  if (x === "a") return 1;
  if (x === "b") return 2;
  return assertNever(x);
}
console.log(check("a"), check("b"));
try {
  check("c" as "a");
} catch (e: any) {
  console.log(e.message);
}
