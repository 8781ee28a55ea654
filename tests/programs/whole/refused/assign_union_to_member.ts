// tsc: 2322 line 3
function f(v: string | number) {
  const s: string = v;
  return s;
}
console.log(f("a"));
