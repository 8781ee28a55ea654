// expect: P2002 line 7
// expect: P2002 line 9
// expect: P2002 line 11
// expect: P2020 line 12
// expect: P2013 line 13
// expect: P2002 line 21
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
