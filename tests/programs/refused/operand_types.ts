// expect: P2008 line 2
let x = true + 1;
