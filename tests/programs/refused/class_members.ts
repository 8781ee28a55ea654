// expect: P2002 line 12
// expect: P2002 line 14
// expect: P2020 line 15
// expect: P2013 line 16
// expect: P2035 line 17
// expect: P3025 line 18
// expect: P2012 line 19
// expect: P2014 line 20
// expect: P2002 line 24
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
