// tsc: 2322 line 2
const p: Promise<number> = Promise.resolve("a");
console.log(p);
