// `??` of values of unknown type.
function f(u: unknown, v: unknown): string {
  const w = u ?? 5;
  const x = u ?? v ?? "none";
  const y: unknown = u || "or";
  return `${typeof w} ${typeof x} ${typeof y} ${w === 5} ${x === "none"}`;
}
class A {}
console.log(f(null, undefined), f(0, 1), f(undefined, "s"), f(new A(), null), f(false, null), f("", 2));
const vals: unknown[] = [null, 1, undefined];
console.log(vals.map((x) => x ?? "d").filter((x) => x === "d").length);
