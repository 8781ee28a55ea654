// expect: P2002 line 3
let x = 1;
let x = 2;
