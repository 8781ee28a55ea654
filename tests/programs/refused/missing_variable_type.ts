// expect: P3025 line 2
let x;
