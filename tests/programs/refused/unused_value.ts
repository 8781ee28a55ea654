// expect: P2022 line 2
let x = (1, 2);
