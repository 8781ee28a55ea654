// expect: P2002 line 5
// expect: P2020 line 10
// expect: P2013 line 11
// expect: P2002 line 19
class A {
  x = 1;
  x = 2;
  constructor() {}
  constructor() {}
  y;
  f(a): void {}
  private #z = 1;
  n = null;
  get g(): void {}
  r() {
    return this.r();
  }
}
class A {}
