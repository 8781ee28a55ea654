// expect: P3006 line 3
let x = 1;
console.log(x == 1);
