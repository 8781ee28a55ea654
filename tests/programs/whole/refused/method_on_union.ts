// tsc: 2339 line 3
function f(v: string | number) {
  return v.toUpperCase();
}
console.log(f("a"));
