// tsc: 2488 line 2
const [a] = { a: 1 };
console.log(a);
