// Accessors of the base class, read and set by super.
abstract class Base { protected v = 1; get x(): number { return this.v; } set x(n: number) { this.v = n * 2; } abstract get y(): number; }
class D extends Base {
  override get x(): number { return super.x + 100; }
  override set x(n: number) { super.x = n + 1; }
  get y(): number { return 5; }
  bump(): number { super.x += 3; super.x++; const before = super.x--; return before; }
}
class E extends D { override set x(n: number) { super.x = n; } override get x(): number { return super.x; } }
const d = new D(); d.x = 4; console.log(d.x, d.bump(), d.x);
const e = new E(); e.x = 7; console.log(e.x, e.bump(), e.x);
console.log((d.x = 9), d.x);
