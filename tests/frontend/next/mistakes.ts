const a: number = 'x';
const b: string = 1;
let c: boolean = null;
// ---
let a = 1;
a = 'x';
const b = 2;
b = 3;
// ---
console.log(missing);
const x = y + 1;
foo();
// ---
const o = { a: 1 };
o.b;
o.a.c;
({}).x;
// ---
function f(a: number, b?: string) {}
f();
f('a');
f(1, 2);
f(1, 'a', 3);
// ---
const x: string | null = null as string | null;
x.length;
const y: { z?: { w: number } } = {};
y.z.w;
// ---
interface P { x: number; y: number }
const a: P = { x: 1 };
const b: P = { x: 1, y: 2, z: 3 };
const c: P = { x: 'a', y: 1 };
// ---
function f(x): number { return x; }
const g = (y) => y;
// ---
function f(): number { }
function g(x: boolean): string { if (x) return 'a'; }
function h(): string { return 1; }
// ---
let x: number;
console.log(x);
console.log(z);
let z = 1;
// ---
class A { private p = 1; protected q = 2; readonly r = 3 }
const a = new A();
a.p;
a.q;
a.r = 4;
// ---
class A { x: number; }
class B { y: string; constructor() { } }
// ---
abstract class A { abstract m(): void }
new A();
class B extends A { }
// ---
interface I { m(): number }
class A implements I { }
class B implements I { m() { return 'a'; } }
// ---
class A { m(x: number) { } }
class B extends A { m(x: string) { } }
class C extends A { override n() { } }
// ---
type S = 'a' | 'b';
const s: S = 'c';
function f(x: S) { }
f('d');
// ---
type S = 'a' | 'b';
declare const s: S;
if (s === 'c') { }
switch (s) { case 'd': break; }
// ---
declare const u: unknown;
u.x;
u + 1;
u();
// ---
const f = 1;
f();
new f();
const g = { h: 2 };
g.h();
// ---
const a = 1 + true;
const b = {} * 2;
const c = 'a' - 1;
let d = true; d++;
// ---
for (const x of 5) { }
const [a] = 1;
const { b } = { c: 1 };
for (const k of {}) { }
// ---
function f<T extends { id: number }>(x: T) { return x.id; }
f({ name: 1 });
f(1);
// ---
type B<T> = { v: T };
const a: B = { v: 1 };
const b: B<number, string> = { v: 1 };
const c: Missing = 1;
// ---
const xs: number[] = [1, 'a'];
const ys: readonly number[] = [1];
ys.push(2);
const t: [number, string] = [1];
// ---
type O = { k: 'a'; x: number } | { k: 'b'; y: string };
declare const o: O;
o.x;
if (o.k === 'a') { o.y; }
// ---
async function f(): Promise<number> { return 'a'; }
const a: number = f();
async function g(): number { return 1; }
// ---
enum E { A, B }
const e: E = 'A';
E.C;
E.A = 1;
// ---
const a = 'abc' as number;
const b = { x: 1 } as { y: string };
// ---
export {};
function f(this: { x: number }) { }
class A { static s = 1 }
new A().s;
A.t;
// ---
const m = new Map<string, number>();
m.set(1, 2);
m.set('a', 'b');
const x: number = m.get('a');
// ---
const f: (x: number) => string = (x) => x;
const g: (x: number) => void = (x: string) => { };
const h: () => number = () => { };
// ---
[1, 2].map((x) => x.foo);
[1].reduce((a, b) => a + b.c, 0);
['a'].forEach((s: number) => { });
// ---
let x = 1;
let x = 2;
function f() { }
const f = 1;
// ---
interface A { x: number }
interface B extends A { x: string }
type T = keyof A;
const k: T = 'y';
// ---
declare const o: { a?: number };
const n: number = o.a;
const p: number = o.a ?? 'x';
o.a.toFixed();
// ---
class A { constructor(x: number) { } }
new A();
new A('a');
class B extends A { constructor() { super(); } }
// ---
const o = { a: 1, a: 2 };
const n = NaN === 1;
if ([] === 1) { }
// ---
declare function f(x: string): void;
declare function f(x: number): void;
f(true);
f({});
// ---
type F = (...args: number[]) => void;
const f: F = (...args) => { };
f('a');
f(1, 2, '3');
// ---
let v: void = 1;
let n: never = 1;
let u: undefined = null;
let o: object = 1;
// ---
class Base {}
class NoSuper extends Base {
  constructor() {
    console.log("");
  }
}
class Late extends Base {
  x = 1;
  constructor() {
    console.log(this.x);
    super();
  }
}
abstract class NoResult { abstract go(); }
interface AlsoNone {
  go();
}
class Hidden { private constructor() {} static make() { return new Hidden(); } }
new Hidden();
// ---
enum Mixed { A = 1, B, C = "c",
  D }
interface Counts {
  [name: string]: number;
  size: string;
  count: number;
}
function lateRequired(a?: number,
  b: number, c = 1, ...d: number[]) {}
function isText(value: number): value is string { return true; }
function isPart(value: string | number): value is string { return true; }
function patterns({ a,
  b = 1 }) {}
function noMethod() { return this; }
const method = { f() { return this; }, g: function () { return this; } };
// ---
function f(x?: string | number[]) {
  x = undefined;
  x = [1];
}
function g(x?: string | number[]) {
  return x.length;
}
function h(x: number | undefined = 1, y: string | undefined = undefined) {
  const a: number = x;
  const b: string = y;
  return { get() { return x.toFixed(); } };
}
// ---
type Ev = ['add', number] | ['name', string];
const x: Ev = null as any as ['name', number];
function g(...[k, v]: Ev) { return k === 'add' ? v : v.trim(); }
const bad = (...a: ['add', number] | ['name', number]) => g(...a);
const worse = (a: string[]) => g(...a);
const y: Ev = null as any as ['add' | 'name', number & string];
// ---
function none() {}
function one(v: unknown) {}
function two(v: unknown, c: DecoratorContext) {}
function three(v: unknown, c: DecoratorContext, i: number) {}
function method(v: Function, c: ClassMethodDecoratorContext) {}
function field(v: undefined, c: ClassFieldDecoratorContext) {}
function cls(v: abstract new (...a: any) => any, c: ClassDecoratorContext) {}
function num(v: (a: number) => number, c: ClassMethodDecoratorContext) {}
function ret(v: any, c: any) { return 1; }
function retm(v: any, c: any) { return (a: string) => a; }
function getter<T>(v: () => T, c: ClassGetterDecoratorContext<any, T>) { return () => 1 as number; }
function legacy(target: any, key: string, d: PropertyDescriptor) {}
function acc<T, V>(v: ClassAccessorDecoratorTarget<T, V>, c: ClassAccessorDecoratorContext<T, V>): ClassAccessorDecoratorResult<T, V> { return {}; }
function logged<This, Args extends any[], Return>(target: (this: This, ...args: Args) => Return, context: ClassMethodDecoratorContext<This, (this: This, ...args: Args) => Return>) { return function (this: This, ...args: Args): Return { return target.call(this, ...args); }; }
function min(n: number) { return function (v: undefined, c: ClassFieldDecoratorContext<any, number>) { return (x: number) => x; }; }
function onlyStatic(v: Function, c: ClassMethodDecoratorContext & { static: true }) {}
class A {
  @none m1() {}
  @one m2() {}
  @two m3() {}
  @three m4() {}
  @field m5() {}
  @method f1 = 1;
  @num m6(a: number) { return a; }
  @num m7(a: string) { return a; }
  @ret m8() {}
  @retm m9(a: string) { return a; }
  @retm m10(a: number) { return a; }
  @getter get g1() { return 1; }
  @getter get g2() { return "s"; }
  @legacy m11() {}
  @acc accessor x = 1;
  @acc y = 1;
  @logged m12(a: number, b: string) { return a + b; }
  @min(1) f2 = 2;
  @min(1) f3 = "s";
  @min f4 = 1;
  @onlyStatic m13() {}
  @onlyStatic static m14() {}
  @undefined m15() {}
  @missing m16() {}
  m20() {}
}
@cls class B {}
@method class B2 {}
@ret class B4 {}
// ---
interface A { a?: string }
declare const a: A | undefined;
const b: A = { value: 1, ...a };
const c: A = { ...a, other: 2 };
const d: A = { ...{ more: 1 }, ...a };
// ---
function a<T>(x: Partial<T>): T {
  return x;
}
function b<P>(t: P, o?: { p: P }): P { return t; }
class H<P> { one() { return b<P>; } }
const c: (t: string) => string = new H<number>().one();
// ---
interface Later<T> { then(f: (v: T) => void): void }
declare const later: Later<number>;
const a: Later<never> = later;
const b: Later<number> = later;
const c: Promise<never> = Promise.resolve(1);
// ---
interface Color { r: number }
const Color = { red: { r: 1 } as Color };
const bad: string = Color.red;
type Mode = 'a' | 'b';
const Mode = { A: 'a', B: 'b' } as const;
const z: number = Mode.B;
// ---
declare const anything: unknown;
const a: Record<string, unknown> = anything;
const b: { [key: string]: unknown } = anything;
const c: Record<PropertyKey, unknown> = [1];
const d: Record<string, unknown> = { x: anything };
// ---
function f(n: number | undefined = 3, m: number | undefined = undefined) {
  n.toFixed();
  m.toFixed();
  n = undefined;
  n.toFixed();
}
