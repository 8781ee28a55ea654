// @ts-nocheck
// What sets the prototype in a literal, and what is a property of this name.
const p = { inherited: 1 };
const o = { __proto__: p, ["__proto__"]: 2 };
console.log(Object.getPrototypeOf(o) === p, Object.keys(o), o.__proto__);
const __proto__ = 5; const q = { __proto__ }; console.log(Object.keys(q), Object.getPrototypeOf(q) === Object.prototype);
const r = { "__proto__": p }; console.log(Object.getPrototypeOf(r) === p, Object.keys(r));
const s = { __proto__() { return 1; } }; console.log(Object.keys(s), s.__proto__());
const k = "__proto__"; const u = { [k]: 1 }; console.log(Object.keys(u)); const v = {}; v[k] = p; console.log(Object.keys(v), v.inherited);
console.log(Object.keys(JSON.parse('{"__proto__": 1}')), Object.keys(Object.fromEntries([["__proto__", 1]])), Object.keys({ ...JSON.parse('{"__proto__": 1}') }));
const { ["__proto__"]: w } = o; console.log(w); class C { ["__proto__"]() {} } console.log(Object.getOwnPropertyNames(C.prototype)); class D { __proto__ = 1 } console.log(Object.keys(new D()));
console.log({ ["__proto__"]: 1 }, { get ["__proto__"]() { return 3; } }.__proto__);
