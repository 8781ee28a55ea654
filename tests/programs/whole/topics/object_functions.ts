const o = { b: 1, a: "two", 1: true };
console.log(Object.keys(o), Object.values(o), Object.entries(o));
console.log(Object.fromEntries([["x", 1], ["y", 2]]), Object.fromEntries(new Map([["k", "v"]])), Object.fromEntries(Object.entries(o).filter(([, v]) => v !== 1)));
console.log(Object.assign({}, { a: 1 }, null, { b: 2 }, undefined, { a: 3 }), Object.assign({ z: 0 }, "ab"));
const target = { t: 1 };
console.log(Object.assign(target, { u: 2 }) === target, target);
const proto = { greet() { return "hi " + (this as any).name; } };
const child = Object.create(proto, { name: { value: "c", enumerable: true }, hidden: { value: 1 } });
console.log(child.greet(), Object.keys(child), child.hidden, Object.getPrototypeOf(child) === proto, proto.isPrototypeOf(child));
console.log(Object.getOwnPropertyNames(child), Object.hasOwn(child, "greet"), "greet" in child, child.propertyIsEnumerable("hidden"));
const bare = Object.create(null);
bare.x = 1;
console.log(bare, Object.getPrototypeOf(bare), "toString" in bare);
const p: any = {};
Object.setPrototypeOf(p, { inherited: 5 });
console.log(p.inherited, Object.keys(p), p);
for (const k in p) console.log("for in", k);
console.log(Object.is(NaN, NaN), Object.is(0, -0), Object.is("a", "a"), Object.is({}, {}));
console.log(Object.keys("ab"), Object.entries([7, 8]), Object.values("xy"), Object.keys([]), Object.keys(5), Object.entries(true));
try {
  Object.keys(null as any);
} catch (e: any) {
  console.log(e.name, e.message);
}
console.log(Object(5) instanceof Number, Object(null), typeof Object("s"), Object(o) === o);
console.log({}.toString(), ({} as any).constructor === Object, o.valueOf() === o, ({}).toLocaleString());
console.log(Object.getOwnPropertyDescriptor(o, "a"), Object.getOwnPropertyDescriptor(o, "zz"), Object.getOwnPropertyDescriptors({ x: 1, get y() { return 2; } }));
const shadow = Object.create({ a: 1, b: 2 });
shadow.a = 10;
const keys: string[] = [];
for (const k in shadow) keys.push(k + shadow[k]);
console.log(keys);
