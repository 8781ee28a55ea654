// expect: P2020 line 2
let x;
