let n = 0;
class Fields {
  a = ++n;
  b = this.a * 10;
  c?: string;
  d: number | undefined;
  declare e: string;
  "quoted-key" = 1;
  42 = "number key";
  list: number[] = [];
  arrow = (x: number) => x + this.a;
  f = function (this: any) {
    return this === undefined ? "none" : typeof this;
  };
}
const x = new Fields();
const y = new Fields();
x.list.push(1);
console.log(x, y.list);
console.log(x.b, y.b, "c" in x, "e" in x, x.arrow(5), [1, 2].map(y.arrow));
console.log(x.f(), (0, x.f)());
console.log(x.arrow === y.arrow, x["quoted-key"], x[42]);
class Base {
  value = "base";
  constructor() {
    this.seen = this.value;
  }
  seen: string;
}
class Derived extends Base {
  value = "derived";
}
console.log(new Derived());
class Redeclared extends Base {
  declare value: string;
}
console.log(new Redeclared().value);
class WithSetter {
  set value(_: string) {
    console.log("never called by a field");
  }
}
class Field extends (WithSetter as new () => {}) {
  value = "own";
}
console.log(new Field().value);
