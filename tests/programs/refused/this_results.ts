// expect: P2006 line 9
// expect: P2006 line 12
// expect: P2006 line 15
class A {
  copy(): A {
    return new A();
  }
  same(): this {
    return this.copy();
  }
  other(a: A): this {
    return a.same();
  }
  optional(): this {
    return 1 < 2 ? this : new A();
  }
}
