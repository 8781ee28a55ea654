// expect: P2028 line 18
// expect: P2028 line 21
// expect: P2028 line 25
// expect: P2028 line 26
// expect: P2028 line 27
// expect: P2028 line 32
class A {
  private x = 1;
  protected y = 2;
  #z = 3;
  private static s = 4;
  sum(): number {
    return this.x + this.y + this.#z + A.s;
  }
}
class B extends A {
  peek(other: A): number {
    return this.y + this.x;
  }
  other(a: A): number {
    return a.y;
  }
}
const a = new A();
console.log(a.x);
console.log(a.y);
console.log(A.s);
console.log(new B().sum());
class One {
  private constructor() {}
}
new One();
