// expect: P2019 line 2
let a = [];
