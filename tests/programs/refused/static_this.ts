// expect: P3026 line 22
// expect: P2031 line 24
// expect: P3003 line 30
// expect: P3003 line 30
// expect: P3003 line 35
// expect: P3003 line 36
// expect: P3003 line 37
// expect: P3013 line 38
// expect: P3013 line 39
class A {
  static n = 0;
  static f(): number {
    return this.n;
  }
  static h(): number {
    return A.n;
  }
  static get v(): number {
    return [1].map((x) => x + this.n)[0];
  }
  static self(): void {
    const c = this;
    function inner(): void {
      this;
    }
    inner();
  }
}
class B extends A {
  static k(): number { return super.f() + this.f() + super.h() + this.h(); }
  static own(): number {
    return this.k();
  }
}
B.f();
B.n = 3;
B.v;
const v = A.f;
[1].map(A.f);
const w = A.h;
B.h();
B.own();
