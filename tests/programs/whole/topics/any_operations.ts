let a: any = 1;
a = a + 1;
a += "x";
console.log(a, a.length, a[0], a.nothing);
a = { list: [1, 2], f(n: number) { return n + this.list.length; } };
console.log(a.f(1), a["f"](2), a.list[1], a.list.length);
a.list.push({ deep: { er: "ok" } });
a.list[2].deep.er += "!";
console.log(a.list[2].deep.er, a.list?.[9]?.x);
a.fresh = 1;
a["also fresh"] = 2;
a.fresh++;
a.fresh *= 10;
delete a["also fresh"];
console.log(Object.keys(a), "fresh" in a, a.fresh);
for (const x of a.list) console.log(typeof x);
const [p, ...q] = a.list;
console.log(p, q.length, [...a.list].length);
class C {
  constructor(public v: number) {}
}
const K: any = C;
const k: any = new K(5);
console.log(k instanceof K, k.v, k.constructor.name, typeof K, typeof k);
console.log(a - 1, +a, !a, -a.fresh, a.fresh > "3", a.fresh & 7, ~a.fresh);
a = null;
console.log(a ?? "d", a?.x.y.z, typeof a, a + 1, a * 2, `${a}`);
for (const f of [() => a.x, () => a(), () => a.f(), () => new a(), () => ((a.x = 1), 0), () => [...a], () => "x" in a]) {
  try {
    console.log(f());
  } catch (e: any) {
    console.log(e.constructor === TypeError, e instanceof Error);
  }
}
a = (x: any, y: any) => x * y;
console.log(a(3, "4"), a(2), a.length, a.name);
a = Symbol("q");
console.log(a.toString(), a.description);
