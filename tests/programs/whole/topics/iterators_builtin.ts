const list = ["a", "b"];
console.log([...list.keys()], [...list.values()], [...list.entries()]);
const it = list[Symbol.iterator]();
console.log(it.next().value, [...it], it.next());
const m = new Map([["x", 1], ["y", 2]]);
console.log([...m.keys()], [...m.values()], [...m.entries()], [...m]);
const s = new Set([1, 2]);
console.log([...s.keys()], [...s.entries()]);
console.log([..."a😀b"].length, [..."a😀b"][1]);
const keys = m.keys();
m.set("z", 3);
m.delete("x");
console.log([...keys]);
for (const [k, v] of m) {
  if (k === "y") m.set("w", v * 10);
  if (m.size < 6) m.set(k + "'", v);
}
console.log([...m.keys()].join());
const growing = [1, 2];
for (const x of growing) if (growing.length < 5) growing.push(x * 10);
console.log(growing);
const shrinking = [1, 2, 3, 4];
const seen: number[] = [];
for (const x of shrinking) {
  seen.push(x);
  shrinking.pop();
}
console.log(seen);
const proto = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
console.log(proto[Symbol.iterator].call(5) === 5, typeof it[Symbol.iterator], it[Symbol.iterator]() === it);
console.log(Object.prototype.toString.call(list.keys()), Object.prototype.toString.call(m.keys()));
console.log(Array.from({ length: 3 }, (_, i) => i * 2), Array.from(m.values()), Object.fromEntries(m));
