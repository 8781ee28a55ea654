// tsc: 2339 line 3
const o = { a: 1 };
console.log(o.b);
