// reference
// unknown: anything can be put there; typeof, instanceof and comparisons find out what it is.
class A {
  constructor(public n: number) {}
}
function what(value: unknown): string {
  if (value === null) return "null";
  if (value === undefined) return "undefined";
  if (typeof value === "number") return "number " + value * 2;
  if (typeof value === "string") return "string " + value.length;
  if (typeof value === "boolean") return value ? "T" : "F";
  if (value instanceof A) return "A " + value.n;
  if (value instanceof Error) return value.message;
  return typeof value;
}
const one: unknown = 1;
console.log(what(1), what("abc"), what(true), what(null), what(undefined), what(new A(5)), what(new Error("e")));
console.log(what([1]), what({ x: 1 }), what(one), one === 1, one === "1");
for (const thrown of [1, "two", null, new A(3)] as unknown[]) {
  try {
    throw thrown;
  } catch (e) {
    console.log(what(e), e === thrown, typeof e);
  }
}
const values: unknown[] = [0, "", false, null, undefined, NaN, 1, "x", true, new A(1)];
let truthy = "";
for (const value of values) truthy += value ? "1" : "0";
console.log(truthy, values[6] === 1, values[9] === values[9], values[5] === values[5]);
const cast = one as number;
console.log(cast + 1);
