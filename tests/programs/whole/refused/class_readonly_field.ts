// tsc: 2540 line 5
class A {
  readonly x = 1;
  set() {
    this.x = 2;
  }
}
new A().set();
