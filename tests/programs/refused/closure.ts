// expect: P3001 line 3
function f(x: number): number {
  function g(): number { return x; }
  return g();
}
