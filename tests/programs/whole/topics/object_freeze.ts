function attempt(f: () => unknown) {
  try {
    return f();
  } catch (e: any) {
    return e.message;
  }
}
const o: any = Object.freeze({ a: 1, nested: { b: 2 } });
console.log(attempt(() => (o.a = 2)), attempt(() => (o.c = 3)), attempt(() => delete o.a));
o.nested.b = 20;
console.log(o, Object.isFrozen(o), Object.isFrozen(o.nested), Object.isSealed(o), Object.isExtensible(o));
const sealed: any = Object.seal({ a: 1 });
sealed.a = 5;
console.log(sealed.a, attempt(() => delete sealed.a), attempt(() => (sealed.b = 1)), Object.isSealed(sealed), Object.isFrozen(sealed));
const closed: any = Object.preventExtensions({ a: 1 });
console.log(attempt(() => (closed.b = 2)), delete closed.a, closed, Object.isExtensible(closed), Object.isFrozen(closed));
const list: any = Object.freeze([1, 2]);
console.log(attempt(() => list.push(3)), attempt(() => (list[0] = 0)), attempt(() => list.sort()), list.map((x: number) => x + 1));
console.log(Object.isFrozen(5), Object.freeze("s"), Object.isFrozen({}), Object.isFrozen(Object.preventExtensions({})));
function deepFreeze<T extends object>(value: T): Readonly<T> {
  for (const v of Object.values(value)) if (typeof v === "object" && v !== null) deepFreeze(v);
  return Object.freeze(value);
}
const deep: any = deepFreeze({ x: { y: [{ z: 1 }] } });
console.log(attempt(() => (deep.x.y[0].z = 2)), attempt(() => deep.x.y.push(1)), deep.x.y[0].z);
class Immutable {
  constructor(readonly v: number) {
    Object.freeze(this);
  }
  with(v: number) {
    return new Immutable(v);
  }
}
const i = new Immutable(1);
console.log(attempt(() => ((i as any).v = 2)), i.with(5).v, i.v);
const f: any = Object.freeze(() => 1);
console.log(attempt(() => (f.x = 1)), f());
const accessors: any = Object.freeze({ n: 0, get v() { return this.n; }, set v(x) { stored = x; } });
let stored = 0;
accessors.v = 9;
console.log(stored, accessors.v);
const m = Object.freeze(new Map([["a", 1]]));
m.set("b", 2);
console.log(m.size);
