const w = new WeakMap<object, string>();
const key = {};
const list: number[] = [];
w.set(key, "object").set(list, "array").set(w, "itself");
console.log(w.get(key), w.get(list), w.get(w), w.get({}), w.has(key), w.delete(key), w.has(key));
const s = new WeakSet<object>([list]);
s.add(key);
console.log(s.has(key), s.has(list), s.has({}), s.delete(key), s.has(key));
const hidden = new WeakMap<Person, { age: number }>();
class Person {
  constructor(readonly name: string, age: number) {
    hidden.set(this, { age });
  }
  birthday() {
    return ++hidden.get(this)!.age;
  }
}
const p = new Person("Pat", 40);
p.birthday();
console.log(p.birthday(), p, hidden.get(new Person("x", 1)));
for (const bad of [1, "s", null, undefined, true]) {
  try {
    w.set(bad as any, "x");
    console.log("set", bad);
  } catch (e: any) {
    console.log(e.name);
  }
}
console.log(w.get(1 as any), s.has("x" as any));
console.log(Object.prototype.toString.call(w), Object.prototype.toString.call(s));
function deepEqual(a: any, b: any, seen = new WeakMap<object, object>()): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || !a || !b) return false;
  if (seen.get(a) === b) return true;
  seen.set(a, b);
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((k) => deepEqual(a[k], b[k], seen));
}
const x: any = { list: [1, { y: 2 }] };
x.self = x;
const y: any = { list: [1, { y: 2 }] };
y.self = y;
console.log(deepEqual(x, y), deepEqual([1, 2], [1, 3]), deepEqual({}, null));
