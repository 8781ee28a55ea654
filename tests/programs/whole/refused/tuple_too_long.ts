// tsc: 2322 line 2
const p: [number, number] = [1, 2, 3];
console.log(p);
