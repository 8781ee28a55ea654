// expect: P2006 line 15
// expect: P2011 line 16
class A {
  x = 1;
  y: number | null = 1;
  f(n: number): void {}
}
class B {
  x = 2;
  y = 3;
  f(n: string): void {}
}
function f(v: A | B, w: A | string): number {
  v.y = 5;
  v.f(1);
  w.length;
  return v.x;
}
f(new A(), new A());
