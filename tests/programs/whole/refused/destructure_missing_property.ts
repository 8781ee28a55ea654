// tsc: 2339 line 2
const { a, b } = { a: 1 };
console.log(a, b);
