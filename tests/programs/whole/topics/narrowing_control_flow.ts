function f(x: string | number | null): string {
  if (x === null) {
    x = "was null";
  } else if (typeof x === "number") {
    if (x < 0) return "negative";
    x = x.toFixed(2);
  }
  return x.toUpperCase();
}
console.log(f(null), f(-1), f(2), f("abc"));
function g(values: (string | number)[]) {
  let last: string | number | undefined;
  for (const value of values) {
    last = value;
    if (typeof last === "string") break;
  }
  return last === undefined ? "none" : typeof last === "string" ? last.length : last + 0.5;
}
console.log(g([]), g([1, 2]), g([1, "abc", 3]));
function h(a: unknown): number {
  if (!Array.isArray(a)) throw new TypeError("no array");
  return a.length;
}
console.log(h([1, 2, 3]));
try {
  h("no");
} catch (e) {
  if (e instanceof TypeError) console.log(e.message);
}
type Value = string | string[];
const both = (v: Value) => (Array.isArray(v) ? v.join("+") : v);
console.log(both("a"), both(["a", "b"]));
let state: "idle" | "busy" | "done" = "idle" as "idle" | "busy" | "done";
const steps: string[] = [];
while (state !== "done") {
  steps.push(state);
  state = state === "idle" ? "busy" : "done";
}
console.log(steps, state);
const optional: { a?: { b?: number } } = { a: {} };
if (optional.a) {
  optional.a.b = 4;
  console.log(optional.a.b + 1);
}
