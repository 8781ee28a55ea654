// tsc: 2339 line 3
const o: { a: number } | null = Math.abs(1) > 0 ? null : { a: 1 };
const { a } = o;
console.log(a);
