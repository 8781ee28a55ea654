// tsc: 2322 line 2
const f = (n: number): string => n;
console.log(f(1));
