// expect: P3024 line 2
let a = [];
