// expect: P2002 line 6
// expect: P2002 line 8
// expect: P2020 line 11
// expect: P2013 line 12
// expect: P2002 line 20
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
