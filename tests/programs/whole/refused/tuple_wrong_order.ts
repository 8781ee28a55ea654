// tsc: 2322 line 2
const p: [string, number] = [1, "a"] as [number, string];
console.log(p);
