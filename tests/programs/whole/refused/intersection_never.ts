// tsc: 2322 line 3
type A = { k: "a" } & { k: "b" };
const a: A = { k: "a" };
console.log(a);
