// Templates behind type arguments, and comparisons that look like them.
function tag<T>(parts: TemplateStringsArray, ...values: T[]): string {
  return parts.join("|") + values.join(",");
}

function pair<A, B>(parts: TemplateStringsArray, first: A, second: B): [A, B] {
  return [first, second];
}

console.log(tag<number>`a${1}b${2}c`, tag<string>`x`);
console.log(pair<string, { n: number }>`${"s"} and ${{ n: 2 }}`);
const a = 1, b = 2, c = "y";
console.log(a < b && c > `u`, a < b || c > `u`);
class As {
  constructor(readonly n: number) {}
}
const as = As;
console.log(new as(3).n);
const out: unknown = as;
console.log([out instanceof Object, out as string].length);
