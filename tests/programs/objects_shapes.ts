class MyError extends Error {
  code: number;
  constructor(message: string, code: number) { super(message); this.name = "MyError"; this.code = code; }
}
function f(n: number): number {
  if (n > 2) throw new MyError("too big", n);
  return n;
}
try { f(5); } catch (e) {
  if (e instanceof MyError) console.log(e.name, e.message, e.code, e instanceof Error);
}
interface Shape { area(): number; readonly kind: string }
class Sq implements Shape { readonly kind = "sq"; constructor(private s: number) {} area(): number { return this.s * this.s; } }
class Ci implements Shape { readonly kind = "ci"; constructor(private r: number) {} area(): number { return 3 * this.r * this.r; } }
const shapes: Shape[] = [new Sq(2), new Ci(1)];
let total = 0;
for (const s of shapes) { total += s.area(); console.log(s.kind, s.area()); }
console.log(total);
type Opt = { a: number; b?: string };
const o: Opt = { a: 1 };
console.log(o.a, o.b ?? "none", o.b === undefined);
let x: number | string = 5;
if (typeof x === "number") console.log(x + 1);
switch (o.a) { case 1: console.log("one"); case 2: console.log("two"); break; default: console.log("d"); }
f(9);
