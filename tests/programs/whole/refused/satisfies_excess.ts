// tsc: 2353 line 2
const o = { a: 1, b: 2 } satisfies { a: number };
console.log(o);
