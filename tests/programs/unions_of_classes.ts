// Members that all classes of a union have: read, assigned, called, taken apart.
class A { n = 1; s = "a"; opt: number | null = null; f(x: number): number { return x + this.n; } get g(): string { return "A" + this.s; } }
class B { n = 2; s = "b"; opt: string | null = "o"; f(x: number, y = 1): number { return x * this.n + y; } get g(): string { return "B" + this.s; } other = true; }
function use(x: A | B): string {
  x.n += 1;
  return x.g + x.f(3) + x.n + x.s.length + (x.opt ?? "none");
}
console.log(use(new A()), use(new B()));
const xs: (A | B)[] = [new A(), new B()];
for (const x of xs) console.log(x.f(1), x instanceof A ? "A" : x.other);
const maybe: A | B | null = xs.length > 5 ? null : xs[0];
console.log(maybe?.n, maybe !== null ? maybe.f(2) : 0);
const { n, s } = xs[1];
console.log(n, s);
interface P { kind: string; area(): number }
interface Q { kind: string; area(): number; q: number }
type Shape = P | Q | A;
function describe(x: P | Q): string { return x.kind + x.area(); }
console.log(describe({ kind: "p", area: () => 1 }), describe({ kind: "q", area() { return 2; }, q: 1 }));
const arr = [new A(), new B()];
console.log(arr.map((x) => x.s).join(), arr[0].n);
// The object is computed once, before the value.
let made = 0;
function make(): A | B {
  made++;
  return made % 2 === 0 ? new A() : new B();
}
make().n = made * 10;
make().n += made;
make().s ||= "never";
const last = make();
last.n++;
console.log(made, last.n, last.n--, last.n);
class C {
  private _v = 1;
  get v(): number { return this._v; }
  set v(x: number) { this._v = x * 2; }
  add(...xs: number[]): number { return xs.reduce((a, b) => a + b, this._v); }
}
class D {
  v = 5;
  add(first: number, ...xs: number[]): number { return first * xs.length; }
}
function change(x: C | D): number {
  x.v = 7;
  const before = x.v;
  x.v -= 1;
  return before * 100 + x.v;
}
console.log(change(new C()), change(new D()));
function each(xs: (C | D)[]): string {
  let out = "";
  for (const { v } of xs) out += v + ";";
  return out;
}
console.log(each([new C(), new D()]));
