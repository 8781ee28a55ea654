// expect: P2009 line 3
function f(a: number): void {}
f();
