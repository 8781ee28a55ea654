// tsc: 2322 line 2
const p: [number, number] = [1];
console.log(p);
