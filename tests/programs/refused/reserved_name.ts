// expect: P1009 line 2
let let = 1;
