const a = Symbol("a");
const b = Symbol("a");
const none = Symbol();
console.log(a === (b as symbol), typeof a, a.toString(), a.description, none.description, none.toString());
console.log(Symbol.for("key") === Symbol.for("key"), Symbol.keyFor(Symbol.for("key")), Symbol.keyFor(a));
const o = { [a]: 1, [b]: 2, plain: 3 };
console.log(o[a], o[b], Object.keys(o), Object.getOwnPropertySymbols(o).length, a in o, JSON.stringify(o));
console.log(o);
o[a]++;
delete (o as any)[b];
console.log(o[a], o);
const registry: Record<symbol, string> = {};
registry[none] = "none";
console.log(registry, registry[none]);
const secret = Symbol("secret");
class Money {
  [secret] = 5;
  get [Symbol.toStringTag]() {
    return "Money";
  }
  *[Symbol.iterator]() {
    yield this[secret];
  }
}
console.log([...new Money()], `${new Money()}`, Object.prototype.toString.call(new Money()));
for (const f of [() => `${a as any}`, () => (a as any) + 1, () => (a as any) * 1]) {
  try {
    f();
  } catch (e: any) {
    console.log(e.message);
  }
}
console.log(String(a), Boolean(a), a ? "truthy" : "falsy", [a].length, Object(a) == (a as any));
console.log(Symbol.iterator.toString(), Symbol.asyncIterator.description, typeof Symbol.hasInstance);
console.log([Symbol("in list"), { nested: Symbol.for("x") }]);
try {
  new (Symbol as any)();
} catch (e: any) {
  console.log(e.name, e.message);
}
const enumLike = { Red: Symbol("red"), Blue: Symbol("blue") } as const;
console.log(Object.entries(enumLike).map(([k, v]) => k + v.description));
