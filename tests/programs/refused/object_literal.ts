// expect: P2006 line 15
// expect: P2027 line 16
// expect: P2006 line 17
// expect: P2002 line 18
// expect: P2006 line 19
// expect: P2006 line 20
// expect: P2011 line 21
// expect: P2006 line 22
// expect: P2027 line 24
// expect: P2006 line 27
interface P {
  x: number;
  y: number;
}
const a: P = { x: 1 };
const b: P = { x: 1, y: 2, z: 3 };
const c: P = { x: 1, y: "2" };
const d = { x: 1, x: 2 };
const e: P = 5;
const g: P = { y: 1, ...{ x: "s" } };
console.log(d.q);
const h: { n: number | null } = { n: "s" };
function f(p: P): void {}
f({ x: 1, y: 2, w: 1 });
const i = { x: 1, y: 2, w: 1 };
f(i);
const empty: P = {};
