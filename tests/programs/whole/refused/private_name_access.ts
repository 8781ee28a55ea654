// tsc: 18013 line 8
class A {
  #x = 1;
  get() {
    return this.#x;
  }
}
console.log(new A().#x);
