// expect: P2011 line 3
let a = [1];
console.log(a.size);
