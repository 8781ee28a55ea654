// tsc: 2322 line 8
class A {
  #v = 0;
  set x(n: number) {
    this.#v = n;
  }
}
new A().x = "text";
