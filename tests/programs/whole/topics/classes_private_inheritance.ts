class A {
  #x = 1;
  getA() {
    return this.#x;
  }
  setA(v: number) {
    this.#x = v;
  }
}
class B extends A {
  #x = "b";
  getB() {
    return this.#x + this.getA();
  }
}
const b = new B();
b.setA(5);
console.log(b.getA(), b.getB());
class Counter {
  #n = 0;
  inc = () => ++this.#n;
  static of(n: number) {
    const c = new Counter();
    c.#n = n;
    return c;
  }
  clone() {
    return Counter.of(this.#n);
  }
}
const c = Counter.of(10);
const { inc } = c;
inc();
console.log(inc(), c.clone().inc());
class Nested {
  #v = "outer";
  make() {
    const outer = this;
    return new (class Inner {
      #w = "inner";
      show() {
        return outer.#v + "/" + this.#w;
      }
    })();
  }
}
console.log(new Nested().make().show());
class Chain {
  #next?: Chain;
  #id = 1;
  link(c: Chain) {
    this.#next = c;
    return c;
  }
  end(): number {
    return this.#next?.end() ?? this.#id;
  }
  second() {
    return this.#next ? this.#next.#next!.#id : undefined;
  }
}
const chain = new Chain();
chain.link(new Chain()).link(new Chain());
console.log(chain.end(), chain.second(), new Chain().second());
const [p, q] = [new Chain(), new Chain()];
console.log(p.link(q) === q, p);
