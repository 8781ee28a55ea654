// expect: P2003 line 2
x = 1;
let x = 2;
