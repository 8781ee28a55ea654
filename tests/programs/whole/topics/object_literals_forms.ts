const name = "n";
const key = "dyn";
const o = {
  name,
  "quoted": 1,
  'single': 2,
  3: "three",
  0x10: "hex",
  1.5: "float",
  [key]: "computed",
  [`${key}2`]: 2,
  method() { return this.name; },
  async asyncMethod() { return 1; },
  *generator() { yield 1; },
  async *asyncGenerator() { yield 1; },
  get getter() { return "g"; },
  set setter(v: string) {},
  arrow: () => 1,
  fn: function () { return 2; },
  named: function inner() { return inner.name; },
  klass: class {},
  nested: { a: { b: [1, { c: 2 }] } },
  get: 1,
  set: 2,
  async: 3,
  static: 4,
  new: 5,
  class: 6,
  if: 7,
  "with-dash": 8,
  $: 9,
  _: 10,
  ünï: 11,
};
console.log(Object.keys(o).join(" "));
console.log(o.method(), o.named(), o.get, o.set, o.async, o.static, o.new, o.class, o.if, o["with-dash"], o.$, o._, o.ünï, o[3], o[16], o["1.5"], o.dyn);
console.log(o);
const getters = { get a() { return 1; }, get() { return 2; }, set() { return 3; }, async() { return 4; }, static() { return 5; } };
console.log(getters.a, getters.get(), getters.set(), getters.async(), getters.static());
const over: { a?: number; b: number } = { a: 2, b: 3 };
const dup = { a: 1, ...over, get c(): number { return this.a + this.b; } };
console.log(dup.c, dup);
const trailing = { a: 1, b: 2, };
console.log(trailing, {}, { a: {} }, [{}], { "": "empty key" }, { constructor: 1 }.constructor);
const f = () => ({ returned: true });
console.log(f(), (() => { return { x: 1 }; })(), ((a = { d: 1 }) => a.d)());
const numeric = { 10: "a", 9: "b", "08": "c", "-1": "d", 1e3: "e" };
console.log(numeric, Object.keys(numeric));
