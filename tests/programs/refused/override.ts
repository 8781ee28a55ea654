// expect: P2026 line 19
// expect: P2035 line 22
// expect: P2026 line 26
// expect: P2026 line 30
// expect: P2026 line 31
class A {
  f(x: number): number {
    return x;
  }
  x: number | string = 1;
  private p = 1;
  protected q = 1;
  y = 1;
  get v(): number {
    return this.p;
  }
}
class B extends A {
  f(x: number): string {
    return "s";
  }
  override g(): void {}
  x: number = 2;
}
class C extends A {
  p = 2;
}
class D extends A {
  private q = 2;
  y = "text";
  f = 1;
}
class E extends A {
  y: number;
  constructor() {
    super();
    this.y = 2;
  }
}
