// tsc: 1016 line 2
function f(a?: number, b: number) {
  return b;
}
console.log(f(1, 2));
