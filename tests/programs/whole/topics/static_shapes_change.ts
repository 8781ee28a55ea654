class Node {
  [key: string]: any;
  constructor(public a: number) {}
}
const nodes = [1, 2, 3].map((n) => new Node(n));
nodes[0].b = "extra";
nodes[1].c = "other";
delete (nodes[2] as any).a;
console.log(nodes);
let total = 0;
for (const n of nodes) total += n.a ?? 10;
console.log(total);
function read(o: any) {
  return o.x;
}
const shapes = [{ x: 1 }, { y: 2, x: 2 }, { z: 0, y: 0, x: 3 }, Object.create({ x: 4 }), { get x() { return 5; } }, [], "text", 7, () => 1, new Map(), Object.create(null)];
console.log(shapes.map(read));
const o: any = {};
for (let i = 0; i < 20; i++) o["p" + i] = i;
let sum = 0;
for (let i = 0; i < 20; i++) sum += o["p" + i];
console.log(sum, Object.keys(o).length);
class A {
  m() {
    return "A.m";
  }
}
const a = new A();
const b = new A();
console.log(a.m(), b.m());
(a as any).m = () => "own m";
console.log(a.m(), b.m(), Object.keys(a));
A.prototype.m = () => "replaced";
console.log(a.m(), b.m(), new A().m());
delete (a as any).m;
console.log(a.m());
Object.setPrototypeOf(b, { m: () => "other proto" });
console.log(b.m(), b instanceof A);
(Object.prototype as any).everywhere = "here";
console.log(({} as any).everywhere, ([] as any).everywhere, (a as any).everywhere, Object.keys({}), "everywhere" in {});
for (const k in { own: 1 }) console.log(k);
delete (Object.prototype as any).everywhere;
console.log(({} as any).everywhere);
(Array.prototype as any).second = function () {
  return this[1];
};
console.log(([1, 2] as any).second());
delete (Array.prototype as any).second;
(Number.prototype as any).double = function (this: number) {
  return this * 2;
};
console.log((21 as any).double());
delete (Number.prototype as any).double;
const toggled: any = { on: 1 };
for (let i = 0; i < 5; i++) {
  if (i % 2) delete toggled.on;
  else toggled.on = i;
}
console.log(toggled);
