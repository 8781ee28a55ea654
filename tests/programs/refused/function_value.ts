// expect: P3013 line 5
class A {
  f(): void {}
}
let g = new A().f;
