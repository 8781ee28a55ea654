// expect: P3012 line 3
let a = [1];
if (a) console.log(1);
