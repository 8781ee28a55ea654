class A {
  #f = 1;
  static #s = 10;
  #list: number[] = [1, 2];
  #o = { deep: { n: 1 } };
  #m(x: number) {
    return this.#f + x;
  }
  get #g() {
    return this.#f * 100;
  }
  set #g(v) {
    this.#f = v;
  }
  static #sm() {
    return A.#s++;
  }
  all(other: A) {
    this.#f += 1;
    this.#f++;
    other.#f = this.#f * 2;
    this.#list.push(this.#m(1));
    this.#list[0] = -1;
    this.#o.deep.n += 5;
    [this.#f, this.#o.deep.n] = [this.#o.deep.n, this.#f];
    ({ x: this.#f } = { x: 42 });
    this.#g = 7;
    const bound = this.#m.bind(other);
    const f = () => this.#g;
    return [this.#f, other.#f, this.#list, this.#o, bound(1), f(), A.#sm(), A.#s, this.#list?.[0], #f in other, #m in other];
  }
  static from(x: unknown) {
    return typeof x === "object" && x !== null && #f in x ? x.#f : null;
  }
}
console.log(new A().all(new A()));
console.log(A.from(new A()), A.from({}), A.from(5));
class B {
  #x;
  constructor(x: number) {
    this.#x = x;
  }
  static sum(...bs: B[]) {
    return bs.reduce((s, b) => s + b.#x, 0);
  }
  *[Symbol.iterator]() {
    yield this.#x;
  }
  async later() {
    await null;
    return this.#x;
  }
  swap(b: B) {
    [this.#x, b.#x] = [b.#x, this.#x];
    return this;
  }
}
console.log(B.sum(new B(1), new B(2)), [...new B(5).swap(new B(6))], await new B(9).later());
class Sub extends B {
  #x = "sub";
  both() {
    return this.#x + [...this];
  }
}
console.log(new Sub(3).both(), Object.keys(new Sub(1)), JSON.stringify(new Sub(1)), new Sub(2));
try {
  new A().all({} as A);
} catch (e: any) {
  console.log(e.name);
}
class Setter {
  set #only(v: number) {}
  read() {
    return (this as any).#only;
  }
}
try {
  console.log(new Setter().read());
} catch (e: any) {
  console.log(e.name, e.message);
}
