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
