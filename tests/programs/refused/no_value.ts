// expect: P3023 line 3
function f(): void {}
let x = f();
