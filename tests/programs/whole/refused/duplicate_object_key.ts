// tsc: 1117 line 2
const o = { a: 1, a: 2 };
console.log(o);
