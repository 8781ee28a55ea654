// tsc: 2367 line 3
function f(v: unknown) {
  return typeof v === "strnig";
}
console.log(f("a"));
