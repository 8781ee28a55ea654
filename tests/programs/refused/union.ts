// expect: P3010 line 9
class A {
  x = 1;
}
class B {
  x = 2;
}
function f(v: A | B): number {
  return v.x;
}
f(new A());
