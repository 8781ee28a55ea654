const o: Record<string, number> = { b: 1, a: 2, 3: 3 };
for (const k in o) console.log(k, o[k]);
for (const i in ["x", "y"]) console.log(i, typeof i);
for (const c in "ab" as any) console.log(c);
for (const k in null as any) console.log("never", k);
for (const k in undefined as any) console.log("never", k);
for (const k in 5 as any) console.log("never", k);
class P {
  own = 1;
  method() {}
  get g() { return 1; }
}
for (const k in new P()) console.log("P", k);
const proto = { inherited: 1, shadowed: 2 };
const child = Object.create(proto);
child.mine = 3;
child.shadowed = 4;
for (const k in child) console.log(k, Object.hasOwn(child, k));
let key: string;
for (key in { last: 1 });
console.log(key!);
for (var v in { x: 1, y: 2 }) if (v === "x") continue;
console.log(v!);
const target: any = {};
for (target.k in { p: 1, q: 2 });
console.log(target);
const changing: any = { a: 1, b: 2, c: 3 };
const seen: string[] = [];
for (const k in changing) {
  seen.push(k);
  if (k === "a") delete changing.b;
}
console.log(seen);
const fns: (() => string)[] = [];
for (const k in { m: 1, n: 2 }) fns.push(() => k);
console.log(fns.map((f) => f()));
outer: for (const k in { 1: 0, 2: 0 }) for (const j in { x: 0, y: 0 }) {
  if (j === "y") continue outer;
  console.log(k + j);
}
const hidden = Object.defineProperty({ shown: 1 }, "hidden", { value: 1, enumerable: false });
for (const k in hidden) console.log(k);
