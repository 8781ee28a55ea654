// expect: P2011 line 15
// expect: P2011 line 16
// expect: P2011 line 17
// expect: P2011 line 18
// expect: P2009 line 19
// expect: P2010 line 20
// expect: P2009 line 21
// expect: P2005 line 24
class A {
  x = 1;
  static s = 2;
  f(): void {}
}
const a = new A();
console.log(a.z);
console.log(a.s);
console.log(A.x);
a.g();
a.f(1);
a.x();
new A(1);
const f = a.f;
console.log(A);
A = 1;
