// expect: P2014 line 2
function f(n: number) {
  return n < 1 ? 0 : f(n - 1);
}
