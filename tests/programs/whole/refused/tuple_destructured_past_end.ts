// tsc: 2493 line 3
const p: [number, string] = [1, "a"];
const [a, b, c] = p;
console.log(a, b, c);
