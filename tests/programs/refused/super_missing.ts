// expect: P2031 line 12
// expect: P2031 line 18
// expect: P2031 line 24
// expect: P2031 line 28
// expect: P3027 line 31
// expect: P3027 line 33
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
