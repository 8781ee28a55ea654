// expect: P2006 line 10
// expect: P2009 line 12
// expect: P2006 line 15
// expect: P2009 line 18
// expect: P2006 line 19
// expect: P2006 line 20
class A {
  constructor(x: number, y: string) {}
}
new A("a", "b");
class B extends A {}
new B(1);
class C extends A {
  constructor() {
    super(1, 2);
  }
}
new C(3);
const e = new Error(5);
throw new RangeError("a", "b");
