// expect: P2010 line 3
let x = 1;
x();
