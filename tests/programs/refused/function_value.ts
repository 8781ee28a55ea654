// expect: P3013 line 3
function f(): void {}
let g = f;
