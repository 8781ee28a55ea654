// tsc: 2693 line 3
type Point = { x: number };
const p = new Point();
console.log(p);
