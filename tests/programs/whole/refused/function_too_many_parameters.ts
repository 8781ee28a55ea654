// tsc: 2322 line 2
const f: (a: number) => number = (a: number, b: number) => a + b;
console.log(f(1));
