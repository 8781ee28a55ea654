// tsc: 2322 line 3
const r: Record<string, number> = { a: 1 };
r.b = "x";
console.log(r);
