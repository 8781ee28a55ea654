const m = new Map<string, number>([["a", 1], ["b", 2]]);
console.log(m.size, m.get("a"), m.get("z"), m.has("b"), m.set("c", 3) === m);
console.log(m.delete("a"), m.delete("a"), m);
m.set("b", 20).set("d", 4);
console.log([...m.keys()].join(), [...m.values()].join());
m.forEach((value, key, map) => console.log(key, value, map === m));
m.clear();
console.log(m.size, m);
const objectKey = { id: 1 };
const mixed = new Map<unknown, string>([[objectKey, "object"], [NaN, "nan"], [0, "zero"], ["0", "text"], [null, "null"], [undefined, "undef"], [true, "true"]]);
console.log(mixed.get(objectKey), mixed.get({ id: 1 }), mixed.get(NaN), mixed.get(-0), mixed.get("0"), mixed.get(null), mixed.get(undefined), mixed.get(true));
mixed.set(-0, "minus");
console.log([...mixed.keys()].filter((k) => typeof k === "number"));
const byFunction = new Map<Function, number>();
const f = () => {};
byFunction.set(f, 1);
console.log(byFunction.get(f), byFunction.get(() => {}));
const nested = new Map([["outer", new Map([["inner", [1, 2]]])]]);
console.log(nested, nested.get("outer")?.get("inner")?.[1]);
const inverted = new Map([...new Map([["x", 1]])].map(([k, v]) => [v, k]));
console.log(inverted);
const counts = [..."mississippi"].reduce((c, ch) => c.set(ch, (c.get(ch) ?? 0) + 1), new Map<string, number>());
console.log([...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
const big = new Map<number, number>();
for (let i = 0; i < 1000; i++) big.set(i * 7919 % 1009, i);
for (let i = 0; i < 1000; i += 2) big.delete(i);
console.log(big.size, [...big.keys()].slice(0, 5), [...big.values()].reduce((a, b) => a + b));
try {
  (Map as any)();
} catch (e: any) {
  console.log(e.name, e.message);
}
