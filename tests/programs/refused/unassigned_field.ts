// expect: P2030 line 5
// expect: P2030 line 13
// expect: P2004 line 18
class A {
  x: number;
  y: string | undefined;
  z?: number;
  constructor(flag: boolean) {
    if (flag) this.x = 1;
  }
}
class B {
  n: string;
}
class C {
  n: number;
  constructor() {
    this.n = this.n + 1;
  }
}
console.log(new A(true).z, new B().n, new C().n);
