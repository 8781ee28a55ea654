// expect: P2008 line 6
// expect: P2008 line 8
// expect: P2001 line 13
class A {}
const a = 1;
console.log(a instanceof A);
const s = "text";
console.log(s instanceof Error);
interface I {
  x: number;
}
const i: I = { x: 1 };
console.log(i instanceof I);
console.log(i instanceof A);
const b = new A();
console.log(b === i, b === a);
