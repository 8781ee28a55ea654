// tsc: 2673 line 8
class A {
  private constructor() {}
  static make() {
    return new A();
  }
}
console.log(new A());
