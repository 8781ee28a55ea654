// expect: P3014 line 2
let x: number;
function f(): number { return x; }
x = 1;
