// tsc: 2576 line 7
class A {
  static make() {
    return 1;
  }
}
console.log(new A().make());
