// expect: P1004 line 3
let x = 2;
let y = -x ** 2;
