// expect: P2004 line 3
let x: number;
console.log(x);
