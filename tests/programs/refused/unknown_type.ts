// expect: P2016 line 2
let x: Number1 = 1;
