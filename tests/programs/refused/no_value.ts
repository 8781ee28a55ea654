// expect: P2015 line 3
function f(): void {}
let x = f();
