// tsc: 2322 line 3
const u: unknown = JSON.parse("1");
const n: number = u;
console.log(n);
