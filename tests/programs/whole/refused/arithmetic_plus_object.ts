// tsc: 2365 line 3
const o = { a: 1 };
console.log(o + 1);
