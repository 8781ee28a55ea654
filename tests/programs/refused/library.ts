// expect: P3005 line 2
let x = Math.random();
