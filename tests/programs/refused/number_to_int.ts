// expect: P2007 line 3
let x = 1.5;
let i: int = x;
