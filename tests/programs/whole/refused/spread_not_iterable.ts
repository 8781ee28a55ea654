// tsc: 2488 line 3
const n = 5;
console.log([...n]);
