class A {
  z: number;
  constructor(public x: number, private readonly y = x * 2, protected w?: string, plain = 7) {
    this.z = this.x + 1;
    this.x += plain;
  }
  show() {
    return `${this.x} ${this.y} ${this.z} ${this.w}`;
  }
}
console.log(new A(1).show(), new A(1, 2, "w", 0).show());
console.log(new A(5), Object.keys(new A(5)));
class B extends A {
  constructor(x: number, readonly extra: string[] = []) {
    super(x);
    this.extra.push("pushed " + this.x);
  }
}
const b = new B(3);
console.log(b, b.extra, b.show());
class Pair<L, R> {
  constructor(readonly left: L, readonly right: R) {}
  swap() {
    return new Pair(this.right, this.left);
  }
}
console.log(new Pair(1, "a").swap(), new Pair("x", [1]).swap().left);
