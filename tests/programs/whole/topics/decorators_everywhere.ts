// Decorators of classes in functions, loops, namespaces and exports; with `this`, and of members with unusual keys.
function dec(label: string): any { return (value: any, context: any) => { console.log(label, context.kind, String(context.name)); if (context.kind === "method") return function (this: any, ...a: any[]) { return `${label}(${value.apply(this, a)})`; }; }; }
class Base { constructor(public n: number) {} }
class Derived extends Base {
  inner: any;
  constructor() {
    const make = (k: string) => { @dec("in " + k) class Inner { static self = this; @dec(k) m(x = k) { return x; } static { console.log(this === Inner.self, this.name); } #p = k; @dec("acc") accessor q = this.#p; } return Inner; };
    super(1);
    this.inner = make("a");

    
  }
}
const d = new Derived();
console.log(new d.inner().m(), new d.inner().q, d.n);
for (const i of [1, 2]) { const C = class { @dec("loop" + i) m() { return i; } }; console.log(new C().m(), C.name); }
async function h() { class H { @dec("awaited") async m() { return 5; } } return await new H().m(); }
console.log(await h());
class WithThis { factory(label: string) { return (v: any, c: any) => { console.log(label, this.constructor.name); }; } build() { const self = this; return class { @self.factory("x") m() {} @(this.factory("y")) n() {} }; } }
new WithThis().build();
abstract class Abs { @dec("abs") concrete() { return 1; } abstract a(): void; over(x: string): string; @dec("o") over(x: any) { return x; } }
class Sub extends Abs { a() {} }
console.log(new Sub().concrete(), new Sub().over("z"));
namespace N { @dec("ns") export class K { @dec("kf") static f = 1; } }
console.log(N.K.f);
export @dec("exported") class Ex {}
@dec("exported2") export class Ex2 {}
enum E { A } ; class En { @dec("en") [E.A] = 1; @dec("tpl") ["a"] = 2; @dec("num") 1.5 = 3; @dec("sym") static [Symbol.iterator]() { return 1; } }
console.log(new En());
let order: string[] = [];
const twice: any = (t: any, c: any) => ({ get(this: any) { return t.get.call(this) * 2; }, set(this: any, v: any) { t.set.call(this, v + 1); }, init(v: number) { return v * 100; } });
class Acc { @twice @twice accessor v = 1; @twice static accessor w = 2; }
const acc = new Acc(); console.log(acc.v); acc.v = 5; console.log(acc.v, Acc.w);
