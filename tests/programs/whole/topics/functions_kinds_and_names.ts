// Kinds of functions, their constructors and prototypes, names by computed keys, the objects Math, JSON and Reflect.
const s = Symbol("desc");
const key = "comp" + 1;
const o: any = {
  [s]() {},
  [Symbol()]() {},
  [key]() {},
  ["lit"]() {},
  [Symbol.iterator]() {},
  get [key + "g"]() {
    return 1;
  },
  [key + 1]: () => 1,
  [key + 2]: class {},
  [key + 3]: class Named {},
  [5]: () => 1,
};
console.log(o);
class C {
  [s]() {}
  static [key]() {}
  get [key]() {
    return 1;
  }
}
console.log((C.prototype as any)[s].name, (C as any)[key].name);
console.log(Object.getOwnPropertyDescriptor(C.prototype, key)!.get!.name);

const tag = (x: any) => Object.prototype.toString.call(x);
const generator: any = function* () {
  yield 1;
};
async function asynchronous() {}
async function* both() {}
console.log(tag(asynchronous), tag(generator), tag(both), tag(C), tag(() => 1), tag(generator()), tag(both()));
console.log(asynchronous.constructor.name, generator.constructor.name, both.constructor.name, C.constructor === Function);
console.log(Object.getPrototypeOf(async () => {}) === Object.getPrototypeOf(asynchronous), asynchronous instanceof Function);
console.log(generator() instanceof generator, Object.getPrototypeOf(generator()) === generator.prototype);
generator.prototype.extra = 5;
console.log(generator().extra, [...generator()], typeof generator.prototype, "prototype" in asynchronous);
console.log(asynchronous, generator, both, (async () => 1)().constructor === Promise);

console.log(typeof Math, typeof JSON, typeof Reflect, String(Math), tag(JSON), Math, JSON, Reflect);
const { floor, max, PI } = Math;
const pick = (from: any, name: string) => from[name](16);
console.log(pick(Math, "sqrt"), floor(2.5), max(1, 2), PI, Object.keys(Math), Object.keys(Number), "PI" in Math);
console.log(Object.getOwnPropertyNames(Math).length > 40, Object.getOwnPropertyDescriptor(Number, "MAX_SAFE_INTEGER"));
try {
  (Math as any).PI = 3;
} catch (e: any) {
  console.log(e.message);
}
