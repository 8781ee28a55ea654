// tsc: 2349 line 3
function f(v: (() => number) | string) {
  return v();
}
console.log(f(() => 1));
