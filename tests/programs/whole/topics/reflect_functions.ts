class P {
  constructor(public x: number) {}
  get double() {
    return this.x * 2;
  }
}
const o = new P(2);
console.log(Reflect.get(o, "x"), Reflect.get(o, "double"), Reflect.get(o, "double", { x: 50 }), Reflect.has(o, "double"));
console.log(Reflect.set(o, "x", 9), o.x, Reflect.deleteProperty(o, "x"), o, Reflect.ownKeys({ b: 1, a: 2, 1: 3, [Symbol("s")]: 4 }));
console.log(Reflect.apply((a: number, b: number) => a + b, null, [1, 2]), Reflect.construct(P, [7]).x, Reflect.getPrototypeOf(o) === P.prototype);
console.log(Reflect.isExtensible(o), Reflect.preventExtensions(o), Reflect.isExtensible(o), Reflect.defineProperty(o, "y", { value: 1 }));
console.log(Reflect.getOwnPropertyDescriptor({ a: 1 }, "a"), Reflect.setPrototypeOf({}, null));
