// expect: P2025 line 9
// expect: P2024 line 11
// expect: P2024 line 13
// expect: P2024 line 16
abstract class A {
  abstract f(): void;
  g(): void {}
}
class B extends A {}
class C {
  abstract h(): void;
}
new A();
class D extends A {
  f(): void {
    super.f();
  }
}
new D().g();
