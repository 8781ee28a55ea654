// tsc: 2322 line 3
const n = 5;
console.log("a" in n);
