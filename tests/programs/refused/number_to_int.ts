// expect: P3022 line 3
let x = 1.5;
let i: int = x;
