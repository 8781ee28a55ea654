// tsc: 2339 line 3
function f(v: string) {
  if (typeof v === "number") return v.toFixed();
  return v;
}
console.log(f("a"));
