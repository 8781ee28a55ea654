// tsc: 2749 line 3
const point = { x: 1 };
const p: point = { x: 2 };
console.log(p);
