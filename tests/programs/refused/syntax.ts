// expect: P1001 line 2
let x = ;
