// expect: P2031 line 10
// expect: P2031 line 16
// expect: P2031 line 22
// expect: P2031 line 26
class A {
  x = 1;
}
class B extends A {
  y = 2;
  constructor() {
    console.log("no super");
  }
}
class C extends A {
  constructor() {
    console.log(this.x);
    super();
  }
}
class D {
  constructor() {
    super();
  }
}
function f(): void {
  console.log(this);
}
class E extends A {
  constructor(flag: boolean) {
    if (flag) {
      super();
    }
  }
}
