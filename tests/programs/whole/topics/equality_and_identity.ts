const a = { v: 1 };
const b = { v: 1 };
const c = a;
console.log(a === c, (a as object) === b, a == c, a === ({ v: 1 } as any), "ab" === "a" + "b", (() => 1) === ((() => 1) as any));
function same(x: unknown, y: unknown) {
  return x === y;
}
console.log(same(NaN, NaN), same(0, -0), same("1", 1), same(null, undefined), same(undefined, undefined), same("a".repeat(50), "a".repeat(50)), same(1.0, 1), same(true, 1));
const list = [a, b, NaN, "x"];
console.log(list.indexOf(a), list.indexOf(b), list.indexOf({ v: 1 }), list.indexOf(NaN), list.includes(NaN), list.includes("x"));
console.log(Object.is(a, c), Object.is(a, b), new Set([a, b, c]).size, new Map<unknown, number>([[a, 1], [c, 2]]).size);
const f = () => {};
const g = f;
console.log(f === g, f === (() => {}) as any, f.bind(null) === f);
class K {
  m() {}
  n = () => {};
}
const k1 = new K();
const k2 = new K();
console.log(k1.m === k2.m, k1.n === k2.n, k1.m === K.prototype.m, k1.constructor === k2.constructor);
const s1 = "dyn" + String(Math.abs(-1));
console.log(s1 === "dyn1", s1 == "dyn1", [s1].includes("dyn1"), ({ dyn1: 5 } as any)[s1], new Map([["dyn1", 1]]).get(s1), s1 in { dyn1: 0 });
const shared: number[] = [];
const holder = { x: shared, y: shared };
holder.x.push(1);
console.log(holder.y, holder.x === holder.y, { ...holder }.x === shared, JSON.parse(JSON.stringify(holder)).x === shared);
function mutate(o: { n: number }, n: number, arr: number[]) {
  o.n++;
  n++;
  arr.push(n);
  o = { n: 100 };
  arr = [];
}
const target = { n: 1 };
const num = 1;
const arr: number[] = [];
mutate(target, num, arr);
console.log(target, num, arr);
