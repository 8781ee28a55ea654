// tsc: 2454 line 3
let n: number;
console.log(n);
