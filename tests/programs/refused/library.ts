// expect: P3005 line 2
let x = Math.sin(1);
