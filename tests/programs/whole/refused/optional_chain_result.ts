// tsc: 2322 line 3
const o: { a?: { b: number } } = {};
const n: number = o.a?.b;
console.log(n);
