// tsc: 2322 line 3
let n: number = 1;
n = "text";
console.log(n);
