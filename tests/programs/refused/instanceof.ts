// expect: P2008 line 7
// expect: P2008 line 9
// expect: P2033 line 14
// expect: P3028 line 17
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
