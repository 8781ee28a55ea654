const original = { a: 1, list: [1, { deep: true }], map: new Map([["k", { v: 1 }]]), set: new Set([1, "x"]), n: null, u: undefined };
const copy = structuredClone(original);
console.log(copy, copy !== original, copy.list !== original.list, copy.map !== original.map, copy.map.get("k") !== original.map.get("k"));
(copy.list[1] as any).deep = false;
copy.map.get("k")!.v = 2;
console.log(original.list, original.map);
const cyclic: any = { name: "c" };
cyclic.self = cyclic;
cyclic.twice = [cyclic, cyclic];
const c = structuredClone(cyclic);
console.log(c.self === c, c.twice[0] === c && c.twice[1] === c, c !== cyclic);
class P {
  constructor(public x: number) {}
  get double() {
    return this.x * 2;
  }
}
const p: any = structuredClone(new P(4));
console.log(p, p instanceof P, p.double);
for (const bad of [() => 1, { f() {} }, Symbol("s"), [Symbol("t")], { nested: { g: function g() {} } }]) {
  try {
    structuredClone(bad);
    console.log("cloned");
  } catch (e: any) {
    console.log(e.name);
  }
}
const e: any = structuredClone(Object.assign(new RangeError("r"), { extra: 1 }));
console.log(e instanceof RangeError, e.message, e.extra, e.name);
console.log(structuredClone(5), structuredClone("s"), structuredClone(null), structuredClone(undefined), structuredClone([undefined, NaN, -0]));
console.log(structuredClone({ get g() { return 7; } }), structuredClone(Object.freeze({ a: 1 })), Object.isFrozen(structuredClone(Object.freeze([1]))));
console.log(structuredClone(Object.create({ inherited: 1 }, { own: { value: 2, enumerable: true } })), structuredClone(Object("boxed")));
