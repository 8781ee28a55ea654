// expect: P3010 line 12
// expect: P2011 line 13
class A {
  x = 1;
  f(n: number): void {}
}
class B {
  x = 2;
  f(n: string): void {}
}
function f(v: A | B, w: A | string): number {
  v.x = 5;
  w.length;
  return v.x;
}
f(new A(), new A());
