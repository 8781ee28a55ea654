// expect: P2012 line 2
function f(x: number): number {
  if (x > 0) return 1;
}
