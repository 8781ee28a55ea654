// Elements that are set far behind the end of an array: holes come between.
const byId: (string | undefined)[] = [];
byId[70_000] = "a";
byId[300_000] = "b";
console.log(byId.length, byId[0], byId[70_000], byId[299_999], Object.keys(byId), 69_999 in byId);
byId.forEach((name, id) => console.log(id, name));
console.log(byId.filter((name) => name !== undefined), byId.indexOf("b"), byId.findIndex((name) => name === "a"));
const cache: number[] = [];
function steps(n: number): number {
  if (n === 1) return 0;
  const known = cache[n];
  if (known !== undefined) return known;
  return (cache[n] = 1 + steps(n % 2 === 0 ? n / 2 : 3 * n + 1));
}
let best = 0;
for (let n = 1; n < 3000; n++) if (steps(n) > steps(best || 1)) best = n;
console.log(best, steps(best), cache.length > 100_000);
const fixed: number[] = [1];
Object.defineProperty(fixed, "length", { writable: false });
try {
  fixed[200_000] = 1;
} catch (error) {
  console.log(String(error));
}
const defined: number[] = [];
Object.defineProperty(defined, 100_000, { value: 1 });
console.log(defined.length, defined[100_000], Object.getOwnPropertyDescriptor(defined, "100000"));
Reflect.set(defined, "180000", 7);
console.log(defined.length, defined[180_000]);
