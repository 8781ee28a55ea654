const Named = class Inner {
  self() {
    return Inner === Named;
  }
  get name() {
    return Inner.name;
  }
};
console.log(new Named().self(), new Named().name, Named.name);
const Anonymous = class {};
console.log(Anonymous.name, new Anonymous());
function makeClass(label: string, base: new () => object = Object) {
  return class extends base {
    label = label;
    show() {
      return `<${this.label}>`;
    }
  };
}
const X = makeClass("x");
const Y = makeClass("y", Array);
console.log(new X().show(), new Y().show(), X === makeClass("x") as any);
console.log(new Y() instanceof Array, new X() instanceof Y);
const classes = [class One {}, class Two {}, class {}];
console.log(classes.map((c) => c.name));
const table = { Key: class {}, Arrow: () => {}, f() {} };
console.log(table.Key.name, table.Arrow.name, table.f.name);
console.log(new (class {
  constructor(public a: number) {}
})(5).a);
const instance = new (class Single {
  n = 0;
  next() {
    return ++this.n;
  }
})();
console.log(instance.next(), instance.next(), instance);
console.log(typeof class {}, (class {}).name === "");
