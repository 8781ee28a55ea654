// expect: P2013 line 2
function f(a): void {}
