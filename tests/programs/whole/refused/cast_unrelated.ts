// tsc: 2352 line 2
const n = 5 as string;
console.log(n);
