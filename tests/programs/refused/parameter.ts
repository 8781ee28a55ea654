// expect: P3015 line 2
function f(a = 1): void {}
