// expect: P3017 line 3
let a = [1];
console.log(a === a);
