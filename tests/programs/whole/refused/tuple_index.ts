// tsc: 2493 line 3
const p: [number, string] = [1, "a"];
console.log(p[2]);
