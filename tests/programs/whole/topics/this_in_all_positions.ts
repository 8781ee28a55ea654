const o = {
  n: 1,
  method() { return this.n; },
  arrow: () => typeof this,
  nested: { n: 2, method() { return this.n; } },
  make() { return { arrow: () => this.n, method() { return (this as any).n; }, n: 3 }; },
  get g() { return this.n * 10; },
  async am() { await null; return this.n; },
  *gm() { yield this.n; yield* [1].map((x) => x + this.n); },
  dflt(this: any, x: number = this.n, f = () => this.n): number { return x + f(); },
};
console.log(o.method(), o.arrow(), o.nested.method(), o.make().arrow(), o.make().method(), o.g, await o.am(), [...o.gm()], o.dflt(), o.dflt(5));
const { method } = o;
try { (method as any)(); } catch (e: any) { console.log(e.message); }
console.log(method.call({ n: 9 } as any), [1].map(o.method, { n: 8 } as any), [1, 2].map(function (this: any, x) { return x * this.k; }, { k: 5 }), (0 as any, o.method).call(o));
function f(this: any) { return this; }
console.log(f.call(undefined), f.call(null), typeof f.call(5), typeof f.call("s"), new (f as any)() instanceof (f as any), f.bind(7)(), (() => f.call(1))());
class A { v = "field"; self = this; bound = () => this.v; static s = "static"; static get viaThis() { return this.s; } static make() { return new this(); } constructor() { this.v += "!"; } getThis() { return this; } toString() { return `A:${this.v}`; } }
const a = new A();
console.log(a.self === a, a.bound.call(null as any), A.viaThis, A.make() instanceof A, a.getThis() === a, `${a}`, [a.bound, a.bound].map((g) => g()));
const detached = a.getThis;
console.log((detached as any)(), detached.call(5 as any) as any, typeof this);
const callbacks: any = { list: [] as string[], name: "cb", add(...xs: string[]) { xs.forEach(function (this: any, x) { this.list.push(this.name + x); }, this); xs.forEach((x) => this.list.push(x + this.name)); return this; } };
console.log(callbacks.add("1", "2").list.join());
const chain = { v: 0, add(n: number) { this.v += n; return this; }, get double() { this.v *= 2; return this; } };
console.log(chain.add(1).double.add(3).double.v, [chain].map(({ v }) => v)[0]);
label: { const inner = { f() { return [1, 2].reduce((s, x) => s + x * this.k, 0); }, k: 10 }; console.log(inner.f()); break label; }
console.log(Reflect.apply(o.method, { n: "applied" }, []), Function.prototype.call.call(o.method as any, { n: "called" }), o["method"](), o?.method?.(), (o.method)(), (o as any)[["method"] as any]());
