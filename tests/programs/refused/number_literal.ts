// expect: P1002 line 2
let x = 017;
