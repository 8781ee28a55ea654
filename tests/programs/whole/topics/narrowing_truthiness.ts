function show(value: string | null | undefined): string {
  if (value) return "text " + value;
  if (value === null) return "null";
  return value === undefined ? "undefined" : "empty";
}
for (const v of ["a", "", null, undefined]) console.log(show(v));
function count(items?: string[] | null) {
  return items && items.length > 0 ? items.length : "none";
}
console.log(count(), count(null), count([]), count(["x"]));
function total(values: (number | undefined)[]): number {
  let sum = 0;
  for (const value of values) {
    if (!value) continue;
    sum += value;
  }
  return sum;
}
console.log(total([1, undefined, 0, NaN, 5]));
const falsy = [0, -0, NaN, "", null, undefined, false];
console.log(falsy.every((v) => !v), falsy.some(Boolean));
const truthy = ["0", "false", [], {}, -1, Infinity, () => 0, Symbol()];
console.log(truthy.every((v) => !!v));
const name: string | undefined = Math.abs(-1) > 2 ? "x" : undefined;
const emptyText = "" as string | null;
const zeroNumber = 0 as number | null;
console.log(name || "default", name ?? "nullish", emptyText || "or", emptyText ?? "nullish", zeroNumber || 1, zeroNumber ?? 1);
let a: number | null = null;
a ||= 5;
a &&= a + 1;
console.log(a);
let b: number | undefined;
b ??= 9;
b ??= 10;
console.log(b);
