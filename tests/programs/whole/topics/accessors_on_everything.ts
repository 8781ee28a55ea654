const log: string[] = [];
const o = {
  get a() { log.push("get a"); return 1; },
  set a(v) { log.push("set a " + v); },
  inner: { get b() { log.push("get b"); return { c: 2 }; } },
};
o.a++;
o.a += 5;
o.a ||= 9;
o.a &&= 3;
o.a ??= 4;
const { a, inner: { b: { c } } } = o;
({ a: o.a } = { a: 100 });
[o.a] = [200];
for (o.a of [1, 2]);
console.log(log.join("; "), a, c);
log.length = 0;
const copy = { ...o };
Object.assign(o, { a: 7 });
JSON.stringify(o);
Object.entries(o).length;
"a" in o;
delete (o as any).a;
console.log(log.join("; "), "a" in o, copy.a);
log.length = 0;
class List {
  #items: string[] = [];
  get length() { return this.#items.length; }
  set length(n) { this.#items.length = n; }
  get first() { return this.#items[0]; }
  set first(v) { this.#items[0] = v; }
  static #instances = 0;
  static get instances() { return List.#instances; }
  constructor(...items: string[]) { this.#items = items; List.#instances++; }
}
const l = new List("x", "y", "z");
l.length--;
l.first += "!";
console.log(l.length, l.first, List.instances, Array.prototype.map.call(l, String).length);
const arr: any = [1, 2, 3];
Object.defineProperty(arr, "last", { get() { return this[this.length - 1]; }, set(v) { this[this.length - 1] = v; } });
arr.last = 30;
arr.push(4);
console.log(arr.last, arr, Object.keys(arr));
const base = { get who() { return "base of " + (this as any).name; }, set who(v: string) { (this as any).name = v.toUpperCase(); } };
const derived: any = Object.create(base, { name: { value: "d", writable: true } });
console.log(derived.who);
derived.who = "changed";
console.log(derived.who, Object.hasOwn(derived, "who"));
const half: any = Object.create({ get r() { return 1; } });
try {
  half.r = 2;
} catch (e: any) {
  console.log(e.name, e.message);
}
const lazy = { get value(): number { delete (this as any).value; log.push("computed"); return ((this as any).value = 42); } };
console.log(lazy.value, lazy.value, log);
const desc = Object.getOwnPropertyDescriptor(List.prototype, "length")!;
console.log(desc.get!.call(l), typeof desc.set, desc.get!.name, Object.getOwnPropertyDescriptor(List, "instances")!.set);
