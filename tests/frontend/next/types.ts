const a = 1; let b = 1; const c = 'x'; let d = 'x'; const e = true; let f = true; const g = [1, 'a']; const h = null;
// ---
const a = { x: 1, y: 'b' }; const b = { x: 1 } as const; const c = [1, 2] as const; const d = `a${1}`;
// ---
const a = -1; const b = !0; const c = typeof 1; const d = void 0; const e = +'1'; const f = ~1;
// ---
let a = [] as number[]; const c = [[1], [2, 3]]; const d = [{ a: 1 }, { a: 2 }];
// ---
const a = 1 + 2; const b = 'a' + 1; const c = 1 < 2; const d = 'x' < 'y'; const e = 1n + 2n;
// ---
const a = true ? 1 : 'a'; declare const w: string | null; const b = w ?? 'x'; declare const z: number; const c = z || 'y'; declare const s: string; const e = s && 1;
// ---
const f = (x: number) => x * 2; const g = (x: number, y = 1, ...z: string[]) => y; const h = f(1);
// ---
function id<T>(x: T): T { return x; } const a = id(1); const b = id('s'); const c = id([1]); const d = id<string>('q'); let e = id(1);
// ---
function pair<A, B>(a: A, b: B): [A, B] { return [a, b]; } const p = pair(1, 'x'); const [q] = p;
// ---
function first<T>(xs: readonly T[]): T | undefined { return xs[0]; } const a = first([1, 2]); const b = first(['a', 1]);
// ---
function key<T, K extends keyof T>(o: T, k: K): T[K] { return o[k]; } const a = key({ x: 1, y: 's' }, 'y');
// ---
declare function f<T extends string>(x: T): T; const a = f('abc'); declare function g<const T>(x: T): T; const b = g([1, 'a']);
// ---
const a = [1, 2, 3].map((x) => String(x)); const b = [1, 2].reduce((s, x) => s + x, 0); const c = [1, 2].filter((x) => x > 1);
// ---
const a = ['b', 'a'].sort(); const b = [1, 2].find((x) => x === 2); const c = [[1], [2]].flat(); const d = [1].concat([2]);
// ---
const a = [1, null, 2].filter((x) => x !== null); const b = ['a', undefined].filter((x) => x !== undefined);
// ---
const a = Array.from({ length: 3 }, (_, i) => i); const b = Array.from(new Set([1])); const c = new Array<string>(3); const d = Array.isArray(1);
// ---
const m = new Map<string, number>(); const a = m.get('x'); const b = [...m]; const c = [...m.keys()]; const d = new Map([['a', 1]]); const e = new Set([1, 2]);
// ---
const a = Object.keys({ x: 1 }); const b = Object.values({ x: 1 }); const c = Object.entries({ x: 1 }); const d = Object.assign({ a: 1 }, { b: 2 });
// ---
const a = JSON.parse('1'); const b = JSON.stringify({}); const c = parseInt('1'); const d = Math.max(1, 2); const e = 'a,b'.split(',');
// ---
async function f() { return 1; } const a = f(); const b = f().then((x) => x + 'a'); const c = Promise.all([f(), 'x']); const d = Promise.resolve('z');
// ---
function* g() { yield 1; yield 'a'; return true; } const a = g(); const b = [...g()]; const c = g().next().done;
// ---
const compose = <A, B, C>(f: (a: A) => B, g: (b: B) => C) => (a: A) => g(f(a)); const h = compose((x: number) => x + 1, (y) => String(y));
// ---
class A { x = 1; y?: string; m() { return this.x; } static s = 'a'; } const a = new A(); const b = a.m(); const c = A.s; const d = a.y;
// ---
class Box<T> { constructor(public value: T) {} map<U>(f: (x: T) => U) { return new Box(f(this.value)); } } const a = new Box(1); const b = a.map((x) => 'q');
// ---
class S { private xs: number[] = []; push(x: number): this { this.xs.push(x); return this; } } class T extends S { n = 1; } const a = new T().push(1).n;
// ---
interface P { name: string; age?: number } declare const p: P; const a = p.name; const b = p.age; const { name, ...rest } = p;
// ---
interface Shape { kind: 'a' | 'b' } const f = (s: Shape) => s.kind; const a = f({ kind: 'a' });
// ---
enum E { A, B = 5, C } enum F { X = 'x' } const a = E.A; let b = E.B; const c = E[0]; const d = F.X; declare const e: E;
// ---
const o = { get x() { return 1; }, set x(v: number) {}, }; const a = o.x;
// ---
type N = { v: number; next: N | null }; const n: N = { v: 1, next: null }; const a = n.next?.v; const b = n.next?.next?.v ?? 'none';
// ---
const t: [number, string, ...boolean[]] = [1, 'a']; const a = t[0]; const b = t[1]; const c = t.length; const [d, e, ...f] = t;
// ---
type O = { a: number; b?: string };  declare const b: O['b']; declare const c: Partial<O>['a']; declare const d: Required<O>['b'];
// ---
type O = { a: number; b: string; c: boolean }; declare const x: Pick<O, 'a'>; function f(y: Omit<O, 'a' | 'b'>) { return y.c; } const a = x.a; const b = f(null!);
// ---
declare const a: Exclude<'a' | 'b' | 'c', 'a'>; declare const b: Extract<string | number, number>; declare const c: NonNullable<string | null>;
// ---
declare function f(a: number, b: string): boolean; declare const a: ReturnType<typeof f>; declare const b: Parameters<typeof f>; declare const c: Awaited<Promise<Promise<1>>>;
// ---
type E<T> = T extends (infer U)[] ? U : never; declare const a: E<string[]>; declare const b: E<number>; type D<T> = T extends string ? 's' : 'n'; declare const c: D<string | number>;
// ---
type M<T> = { [K in keyof T]: T[K][] }; declare const m: M<{ a: number; b: string }>; const a = m.a; const b = m.b;
// ---
type G<T> = { [K in keyof T as `get${Capitalize<string & K>}`]: () => T[K] }; declare const g: G<{ name: string }>; const a = g.getName();
// ---
type T = `a-${'x' | 'y'}`; declare const a: T; declare const b: Uppercase<'abc'>; type S<X> = X extends `${infer H}.${infer R}` ? [H, R] : X; declare const c: S<'a.b'>;
// ---
const r: Record<string, number> = {}; const a = r.x; const b = r['y']; const f: Record<'p' | 'q', boolean> = { p: true, q: false }; const c = f.p;
// ---
declare const a: { a: 1 } & { b: 2 }; const b = a.b; declare const c: string & { __brand: 'x' }; const d = c.length; const e = c + 'x';
// ---
const a = { x: 1, y: 'a' } satisfies { x: number; y: string }; const b = a.y; const c = [1, 2] satisfies number[];
// ---
declare const x: string | number; const a = typeof x === 'string' ? x : 0; const b = typeof x === 'number' ? x : null;
// ---
declare const x: string | null | undefined; const a = x ? x : 1; const b = x ?? 'd'; const c = x != null ? x : 0; const d = x!;
// ---
type S = { k: 'c'; r: number } | { k: 's'; w: string }; declare const s: S; const a = s.k === 'c' ? s.r : s.w; const b = 'r' in s ? s : null;
// ---
class A { a = 1 } class B { b = 2 } declare const x: A | B; const a = x instanceof A ? x.a : x.b; const isA = (v: A | B): v is A => v instanceof A; const b = isA(x) ? x : 0;
// ---
function f(x: unknown) { if (typeof x === 'object' && x !== null) return x; if (Array.isArray(x)) return x; return typeof x === 'string' ? x : 1; } const a = f(1);
// ---
let x: string | number = 'a'; const a = x; x = 1; const b = x; declare const c: boolean; if (c) x = 'z'; const d = x;
// ---
let n: number | undefined; for (const x of [1, 2]) { if (n === undefined || x > n) n = x; } const a = n;
// ---
function f(s: 'a' | 'b' | 'c') { switch (s) { case 'a': return 1; case 'b': return 'x'; default: return s; } } const a = f('a');
// ---
declare function assert(x: unknown): asserts x; function f(x: string | null) { assert(x); return x; } const a = f('s');
// ---
declare function fail(): never; function f(x: string | null) { if (x === null) fail(); return x; } const a = f('s');
// ---
const xs = []; xs.push(1); xs.push('a'); const a = xs; let y; y = 1; const b = y; y = 'q'; const c = y;
// ---
declare const it: Iterator<number>; function f() { const { done, value } = it.next(); if (!done) return value; return 'end'; } const a = f();
// ---
declare const m: Map<string, number[]>; function f(k: string) { let v = m.get(k); if (!v) { v = []; m.set(k, v); } return v; } const a = f('x');
// ---
const f = (x?: { y?: { z: number } }) => x?.y?.z; const a = f(); declare const o: { f?: () => number }; const b = o.f?.();
// ---
try { throw 1; } catch (e) { const x = e instanceof Error ? e.message : String(e); } const a = [1, 2].at(-1); const b = 'abc'[0];
// ---
function f<T extends { id: number }>(x: T) { return { ...x, n: x.id }; } const a = f({ id: 1, s: 'a' }).n; const b = { ...{ a: 1 }, b: 2 }.b;
// ---
abstract class A { abstract m(): number; n() { return this.m(); } } const make = (C: new () => A) => new C().n(); const a = make(class extends A { m() { return 1; } });
// ---
const a = (() => { for (;;) {} })(); const b = ((x: number) => { if (x) return 1; return 'a'; })(1); const c = (() => { throw 1; });
// ---
const handlers: { [x: string]: (x: number) => string } = { a: (x) => x.toFixed(1) }; const a = handlers['a'](1); const b = Object.fromEntries([['a', 1]]).a;
// ---
const a = [3, 1].toSorted((x, y) => x - y); const b = [...'abc']; const c = [1, 2].entries(); const d = 'x'.padStart(3); const e = [1, 2].indexOf(1);
// ---
const chunk = <T>(xs: T[], n: number): T[][] => (xs.length ? [xs.slice(0, n), ...chunk(xs.slice(n), n)] : []); function f<T>(x: T, n: number): T { const y = f([x], n - 1); return n ? y[0] : f(x, n); } class A<T> { m<U>(u: U): U { this.m(1); return this.m(u); } }
// ---
interface Tree<T> { value: T; left?: Tree<T> } function* walk<T>(t?: Tree<T>): Generator<T> { if (!t) return; yield* walk(t.left); yield t.value; } const a = [1].flatMap((x) => (x === 2 ? [] : x));
// ---
const a = new Map([...new Map([["x", 1]])].map(([k, v]) => [v, k])); const b = new Map<string, number>(Array.from({ length: 2 }, (_, i) => [String(i), i])); const c: ("a" | "b")[] = [1].map((q) => "a"); const [p, q] = [1, "a"];
// ---
const outer = "o"; function f(x = outer, y = () => outer) { const outer = 1; return x + y() + outer; } const a = f();
// ---
type Shape = { t: "a"; n: number } | { t: "b"; s: string }; const table: { [K in Shape["t"]]: (s: Extract<Shape, { t: K }>) => string } = { a: (x) => "n" + x.n, b: (x) => "s" + x.s };
// ---
type Constructor<T = {}> = new (...args: any[]) => T; function Named<B extends Constructor>(Base: B) { return class extends Base { named() { return "n"; } }; } class User { constructor(public name: string) {} } class Both extends Named(User) { both() { return this.named() + this.name; } } const a = new Both("x").both(); const b = new (Named(User))("y").name;
// ---
let n: any = 10; n += "5"; const a = n; n -= 5; let w: number | undefined = 1; w += 2; const d = w;
// ---
class A { kind: string; constructor(x: any) { this.kind = x.name; } } let key: string; for (key in { last: 1 }); const a = key!; const xs = [1]; for (const c in xs) if (xs[c] === 1) console.log(c); function f<T extends object>(x: T) { for (const k in x) console.log(x[k]); }
// ---
type Id = number & { readonly __brand?: "id" }; function g(id: Id = 5) { return id + 1; } const a = g(); const base = { a: 1, b: { c: 2 } }; const p: { a?: number; b?: object } = base; const o: object = { x: 1 }; const e: { id: number } & { tags?: string[] } = { id: 1 };
// ---
enum Color { Red, Green } const a: Color = Color["Green" as keyof typeof Color]; declare const c: string; switch (c) { case undefined: break; case "a": break; } declare const t: unknown; if (t instanceof Function) console.log(t.length);
// ---
namespace A.B.C { export const deep = "deep"; } const a = A.B.C.deep; const b = ((s: TemplateStringsArray) => s[0])`\unicode \x`; const c: any = function g() { return ++g.calls; }; c.calls = 0;
// ---
function d(v: (() => string) | object) { return typeof v === "function" ? v() : 1; } const [n, s] = await Promise.all([Promise.resolve(1), Promise.resolve("s")] as const);
// ---
interface Entity { readonly id: number } class Repository<T extends Entity> { rows = new Map<number, T>(); update(row: T, change: Partial<Omit<T, "id">>) { const made = { ...row, ...change }; this.rows.set(1, made); return made.id; } } const a = new Repository().update({ id: 1 }, {});
// ---
async function collect<T>(items: AsyncIterable<T> | Iterable<T | Promise<T>>): Promise<T[]> { const result: T[] = []; for await (const item of items) result.push(item); return result; }
// ---
type Deep = (number | Deep)[]; function sum(x: Deep): number { return x.reduce((n: number, y) => n + (typeof y === "number" ? y : sum(y)), 0); } const a = sum([1, [2, [3]]]); function* nat() { for (let i = 0; ; i++) yield i; } const m = new Map([...nat().take(2)].map((i) => [i, nat()] as const));
// ---
const a = Reflect.ownKeys({ x: 1 }); const b = Reflect.get({ x: 1 }, "x"); const c = Reflect.apply((x: number) => x + 1, null, [1]); const d = Reflect.has({}, "y"); const e = Object.getOwnPropertyDescriptors({ x: 1 }).x.value;

// ---
const inArray = [{ a: 1 }, { b: 2 }]; const inField = { list: [{ a: 1 }, { b: 2 }] }; inField.list[0].a;
declare const condition: boolean; const eitherWay = condition ? { a: 1 } : { b: "" }; eitherWay.b;
const nested = [{ a: { x: 1 } }, { a: { y: 2 } }]; const more = [{ a: 1, b: 2 }, { a: 1 }, {}];
const empty = condition ? {} : { a: 1 };
// ---
declare const condition: boolean; declare const maybe: { a?: number; z: string } | undefined;
const ofCondition = { x: 1, ...(condition ? { q: 1 } : {}) }; const ofAnd = { x: 1, ...(condition && { q: 1 }) };
const ofMaybe = { ...maybe }; const beside = condition ? { ...ofAnd } : { foo: 1 };
// ---
const byPairs = new Map([["a", { x: 1 }], ["b", { x: 2, y: 3 }]]);
const byConstants = new Map([["a", { x: 1 }], ["b", { x: 2 }]] as const);
// ---
const first = Symbol("a"); const second = Symbol("b"); const bySymbols = new Map([[first, 1], [second, 2]]);
const symbols = [first, second]; const holder = { key: first }; const copy = first; const inSet = new Set([first, second]);
// ---
const last = ["a"] as [...number[], string]; const middle: [string, ...number[], boolean] = ["a", 1, 2, true];
const constants = ["a", true] as [string, ...number[], boolean];
function manyThenOne(...values: [...number[], string]) {} manyThenOne(1, 2, ""); manyThenOne("");
// ---
const throwing: { run: () => number } = { run() { throw new Error(); } };
function throwingIterable(): Iterable<never> { return { [Symbol.iterator]() { throw new Error(); } }; }
// ---
interface Event { a: 1 } interface Store<A, B, C extends Event> { a: A; b: B; c: C }
type EventOf<T> = T extends Store<infer _A, any, infer C> ? C : never; declare const eventOf: EventOf<Store<1, 2, { a: 1; b: 2 }>>;
// ---
const isObject = (value: unknown): value is Object => Boolean(value && typeof value === "object");
function element(value: any, key: string) { return isObject(value) ? value[key] : null; } const found = element({}, "");
// ---
const all = Promise.all([{ a: 1 }, Promise.resolve("x")]); declare const awaitedObject: Awaited<{ a: number }>;

// ---
class Ok<T, E> { constructor(readonly value: T) {} isOk(): this is Ok<T, E> { return true; } isErr(): this is Err<T, E> { return false; } }
class Err<T, E> { constructor(readonly error: E) {} isOk(): this is Ok<T, E> { return false; } isErr(): this is Err<T, E> { return true; } }
declare const outcome: Ok<number, string> | Err<number, string>;
function contents<T, E>(given: Ok<T, E> | Err<T, E>) { return given.isErr() ? given.error : given.value; }
const content = outcome.isOk() ? outcome.value : outcome.error.length; const any = contents(outcome);

// ---
type Curried = { <A>(x: A): <B>(y: B) => Map<A, B>
  <A, B>(x: A, y: B): Map<A, B>
}; declare const curried: Curried; const curriedOnce = curried(1); const curriedTwice = curried(1, "a");
type Ways = { a: string
  <T>(x: T): T
  <U, V>(x: U, y: V): [U, V]
}; declare const ways: Ways; const oneWay = ways(1); const otherWay = ways("a", true); const ofName = ways.a;
// ---
const registered = Symbol.for("a"); interface Keyed { [registered]: number } declare const keyed: Keyed; const byKey = keyed[registered];
const endless = (function* () { while (true) yield 1; })(); function* declaredEndless() { while (true) yield 1; } const ofDeclared = declaredEndless();
// ---
interface Options { reason: "a" | "b"; kind?: string; readonly context?: unknown }
const picked: Pick<Options, "reason" | "context"> = { reason: "b" }; function take(o: Pick<Options, "reason" | "kind">) {} take({ reason: "a" });
// ---
interface Schema<O> { readonly out: O } type Optional<T extends Record<string, Schema<any>>> = { [K in keyof T]: undefined extends T[K]["out"] ? K : never }[keyof T]; declare const a: Optional<{ x: Schema<string>; y: Schema<number | undefined> }>;
// ---
type Boxes<T> = { [K in keyof T]: { v: T[K] } }; function f<T, K extends keyof T>(o: Boxes<T>, k: K): T[K] { return o[k].v; } const a = f({ x: { v: 1 }, y: { v: 's' } }, 'y'); declare const b: Boxes<{ x: 1; y: 2 }>['x' | 'y'];
// ---
interface C { out: string[] } type N = (this: C, ...xs: number[]) => void; const t: { [x: string]: N } = { a(...xs) { const o = this.out; }, b: function (x) { const p = this.out; }, c() { this.out.push('x'); } };
// ---
class M<E extends Record<string, unknown[]>> { on: { [K in keyof E]?: Set<(...a: E[K]) => void> } = {}; m<K extends keyof E>(k: K) { const s = (this.on[k] ??= new Set()).size; const t = this.on[k]?.size; return s; } }
// ---
type At<T, P extends string> = P extends `${infer H}.${infer R}` ? H extends keyof T ? At<T[H], R> : undefined : P extends keyof T ? T[P] : undefined; declare function get<T extends object, P extends string>(o: T, path: P): At<T, P>; const a: {} | null | undefined = get({ x: { y: 1 } }, 'x.y'); const b = get({ x: { y: 1 } }, 'x.y');
// ---
type Deep<T> = T extends (...a: any[]) => any ? T : T extends object ? { [K in keyof T]?: Deep<T[K]> } : T; declare function merge<T extends object>(base: T, ...more: Deep<T>[]): T; const c = { a: { b: 1 }, d: new Date(0), m: new Map([['a', 1]]), r: /x/ }; const a = merge(c, { a: { b: 2 } }).a.b;
// ---
type Ev = ['add', number] | ['name', string]; declare const ev: Ev; const f = (([k, v]: Ev) => (k === 'add' ? v : v.trim()))(ev); const g = ((...[k, v]: Ev) => (k === 'add' ? v : v.trim()))('add', 1); for (const [k, v] of [ev]) { if (k === 'add') { const n = v; } else { const s = v; } }
// ---
type First<T extends unknown[]> = T[0]; type Up<T> = T extends unknown[] ? First<T> : [T] extends [string] ? Capitalize<T> : T extends { v: string } ? Capitalize<T['v']> : never; declare const a: Up<[1, 2]>; declare const b: Up<'x'>; declare const d: Up<{ v: 'y' }>;
// ---
type Camel<S extends string> = S extends `${infer H}_${infer T}` ? `${H}${Capitalize<Camel<T>>}` : S; type All<T> = T extends object ? { [K in keyof T as K extends string ? Camel<K> : K]: All<T[K]> } : T; declare const a: All<{ a_b: { c_d: 1 } }>; const b = a.aB.cD;
// ---
function f({ times = 3, when = (_: unknown): boolean => true } = {}) { return when(times); } const a = f({ when: (e) => e instanceof TypeError }); function g({ x = 1, y } = { y: 's' }) { return y.repeat(x); } const b = g({ y: 'a' }); function h({ o: { p = 1, q = 'w' } } = { o: {} }) { return q; } const c = h({ o: { p: 2 } });
// ---
declare const u: unknown; const a = u?.valueOf?.(); function f<T>(x: T) { if (x === null || typeof x !== 'object') return; const k = Object.keys(x); const y: T & object = x; return y; }
// ---
declare function isLike(x: any): x is { length: number }; function f<T>(a: ArrayLike<T> | null) { if (!isLike(a)) return; const e = a[0]; return e; } function g<D extends Date>(x: D | ((v: number) => D)) { return typeof x === 'function' ? x(1) : x; }
// ---
function f(x?: string | number) { if (!x) return; return { get() { return x; }, deep: class { m() { return x; } } }.get(); } function g(end?: PropertyKey, step?: any) { if (step) { end = step = undefined; } return end; } declare function m(o: Record<PropertyKey, any>): void; m([]); m(new Map());
// ---
type Ev = ['add', number] | ['name', string]; function g(...[k, v]: Ev) { return k === 'add' ? v : v.trim(); } const h = (...a: Ev) => g(...a); function make<T extends Record<PropertyKey, any>, K extends keyof T>(o: T, k: K) { return new o[k](); }
// ---
declare function isLike(x: any): x is { length: number }; function f<T>(a: ArrayLike<T> | null) { if (isLike(a)) return; const n: null = a; }
// ---
const esc = (c: string) => ({ '&': '&amp;', '<': '&lt;' })[c]; const f = (c: string) => ({ a: 1, b: 'x' })[c];
// ---
interface Log { info(m: TemplateStringsArray, ...xs: unknown[]): void; lines: string[] } class Token<T> { declare t: T } declare function bind<T, D>(token: Token<T>, d: D, make: (d: D) => T): T; declare const LOG: Token<Log>; const a = bind(LOG, 1, (d) => { const lines: string[] = []; return { lines, info: (m, ...xs) => { lines.push(String.raw(m, ...xs)); } }; }).lines;
// ---
enum Suit { Clubs = 'c', Hearts = 'h' } const a = Object.values(Suit).map((s): Suit => s).length; const b = Object.values({ x: 1, y: 2 }); function group<T, K extends string>(xs: T[], key: (t: T) => K): Partial<Record<K, T[]>> { const out: Partial<Record<K, T[]>> = {}; for (const x of xs) (out[key(x)] ??= []).push(x); return out; } const g = group([1], (n) => (n ? 'odd' : 'even')).odd;
// ---
type Idx = number & { brand: 'i' }; type Key = string & { brand: 'k' }; declare const i: Idx; declare const k: Key; const xs: string[] = []; const rec: Record<string, number> = {}; const own: Record<Key, boolean> = {}; const a = xs[i]; const b = rec[k]; const d = own[k]; rec[k] = 2; delete rec[k]; const e = 'abc'[i];
// ---
interface L { start: number | ''; s: 'a' | '' } declare const yes: boolean; const l: L = { start: yes ? +'1' : '', s: yes ? 'a' : '' }; const m: L = { start: +'x' || '', s: '' };
// ---
function f(x: string): string; function f(x: number): number; function f(x: any) { return x; } f.options = f.set = function (o: number) { return o > 1; }; f['at'] = 5; const a = f.options(3); const b = f.set(1); const d = f.at; function Old(this: any) { this.a = 1; } Old.prototype = { b: 2 }; Old.prototype.m = function () { return 1; };
// ---
function over(...args: [a: string] | [z: string, w: number]) { const w: number | undefined = args[1]; return w; } const ks = Array.from({ length: 3 }).fill(undefined) as (string | undefined)[]; const us = Array.from({ length: 3 });
// ---
interface B { a?: string } interface A extends B { b?: number } declare const a: A; function take(x: B) {} take({ ...a }); take({ a: 'x', ...a });
// ---
interface NEA<T> extends Array<T> { 0: T } const single = <T>(a: T): NEA<T> => [a]; const more = <T>(a: T, r: T[]): NEA<T> => [a, ...r]; const n = single(1)[0];
// ---
interface Set { (name: 'CT', value?: 1 | 2): void; (name: string, value?: string): void } class X { set: Set = (name, value): void => { const v = value; }; }
// ---
interface Maker extends Function { prototype: object } declare const maker: Maker; declare const v: unknown; const a = v instanceof maker; enum S { Q = 'query', M = 'm' } declare const s: S; const b = s === 'query'; const z: 'query' = S.Q;
// ---
function isP(n: unknown): n is number & { b: 1 } { return !!n && n === Math.floor(n as number) && n > 0; } declare function isPromise(x: any): x is Promise<unknown>; function step<U>(cb: (a: U) => U | Promise<U>, init: U | Promise<U>) { const a = isPromise(init) ? init.then((r) => cb(r)) : cb(init); return a; }
// ---
function f<T>(p: ((x: T) => unknown) | Partial<T> | [keyof T, unknown] | PropertyKey) { if (Array.isArray(p) && p.length === 2) { const k = p[0]; return k; } return 1; } function first(b: string[] & { cb: number[] }) { return b.length === 1 ? ('cb' in b ? b.cb : b[0]) : b.cb; }
// ---
declare const u: { n: number };
function f() { return Math.random() > 2 ? // @ts-expect-error
  u.foo : 1; }
JSON.stringify(
  u,
  // @ts-expect-error
  5n,
);
// ---
interface Eq<A> { equals: (x: A, y: A) => boolean } declare function fromEquals<A>(equals: (x: A, y: A) => boolean): Eq<A>; const by: <A, B>(f: (b: B) => A) => (fa: Eq<A>) => Eq<B> = (f) => (fa) => fromEquals((x, y) => fa.equals(f(x), f(y)));
// ---
declare global { interface Array<T> { last(): T | undefined } interface Math { double(x: number): number } namespace Own { interface Deep { a: string } } var shared: { n: number }; function make(x: number): string } const a = [1].last(); const b = Math.double(2); const d: Own.Deep = { a: 'x' }; const e = shared.n; const f = make(1); export {};
// ---
function a(v: unknown) { if (v !== null && typeof v === 'object') { const o: object = v; return o; } } function b(v: unknown) { if (v !== undefined) { const w = v; return w; } return 1; } function d(v: unknown) { if (v !== null && v !== undefined) return v.toString(); if (v !== null) { const q = v; return q; } }
// ---
type HO<T, K extends PropertyKey> = { [P in keyof T as Exclude<P, K>]: T[P] }; type Ev = { type: 'a'; id: string; x: number } | { type: 'b'; id: string; y: string }; const ev: HO<Ev, 'id'>['type'] = ({ type: 'a', x: 1 } satisfies HO<Ev, 'id'>).type; type AnyMap<K extends string> = { [P in K]?: number }; function am(x: AnyMap<any>, k: string) { const at = x[k]; return at; }
// ---
type Kind<T> = T extends Float32Array ? 'f32' : T extends Uint8Array ? 'u8' : 'x'; declare const kk: Kind<Uint8Array>; const tag = new Uint8Array(1)[Symbol.toStringTag];
// ---
type NotNever<T> = [T] extends [never] ? false : true; type Opt<T, C extends boolean> = C extends true ? Required<T> : T; type Keys<T> = T extends { in: infer I } ? (undefined extends I ? never : 'in') : never; declare function actor<T>(l: T, ...[o]: Opt<[o?: { a: 1 }], NotNever<Keys<T>>>): T; const ac = actor({ q: 1 }); const ad = actor({ in: 1 }, { a: 1 });
// ---
interface Act<T> { kind: 'v'; readonly std: { v: string }; run(d: { value: T }): T } declare function add<const C extends { kind: 'v' }>(context: C & { expects?: string | null }): C; declare function std<S extends Act<any>>(s: S): { v: string }; function make<T>(): Act<T> { return { kind: 'v', get std() { return std(this); }, run(d) { const c = add(this).kind; return d.value; } }; }
// ---
function pipe<const S extends { kind: 's' }, const I extends { kind: 's' | 'm' }[]>(...pipe: [S, ...I]) { for (const item of pipe) { const k = item.kind; } return pipe[0].kind; } function pick<T extends object, K extends readonly (keyof T)[]>(o: T, ks: K): Pick<T, K[number]> { return o; } const p = pick({ a: 1, b: 2 }, ['a']); function cap<T extends string>(t: T) { return `${t[0] ?? ''}${t.slice(1)}` as Capitalize<T>; }
// ---
type Quoted<X extends string> = `a\`b${X}\n\u0041`; declare function quoted(x: Quoted<'q'>): void; quoted('a`bq\nA'); type Tick = `\``; declare const tick: Tick;
// ---
type PP<V> = V extends 1 ? Record<'am', RegExp> : V extends 2 ? readonly [RegExp, RegExp] : never; type PS<V, D extends 'a' | 'b'> = { [W in 'a' | 'b']?: PP<V> } & { [W in D]: PP<V> }; declare function find<Item>(array: Item[], predicate: (item: Item) => boolean): number; function f<V, D extends 'a' | 'b'>(p: PS<V, D>, w: 'a' | 'b' | undefined, d: D) { const pp = (w && p[w]) || p[d]; if (Array.isArray(pp)) return find(pp, (x) => x.test('')); return 1; }
// ---
class Box<T> { opts = { a: 1 }; list: T[] = []; constructor(public v: T) {} withX() { return { ...this.opts, v: this.v }; } cond(b: boolean) { const extra = b && { w: this.v }; return { ...extra, q: 1 }; } get g() { const s = { ...this.opts, z: this.list }; return s; } arr = () => ({ ...this.opts, y: this.v }); pat() { const { a, ...rest } = { ...this.opts, v: this.v }; return rest; } } const n1 = new Box(1).withX().v; const n2 = new Box(1).cond(true).w; const n3 = new Box(1).g.z; const n4 = new Box(1).arr().y; const n5 = new Box(1).pat().v;
// ---
declare function pick<P>(t: string, o?: { p: P }): P; class H<P> { one() { return pick<P>; } two(b: boolean) { const f = b ? pick<P> : pick<P>; return f; } } declare const h: H<number>; const a = h.one()('x'); const b = h.two(true)('x');
// ---
function outer<T>(x: T) { const o = later(x); function later<U>(y: U) { const base = { k: 1 }; const all = { ...base, y, x }; return all; } return o; } const n7 = outer(5).y; const n8 = outer(5).x;
// ---
interface TE<E, A> { (): Promise<{ l: E } | { r: A }> } declare function left<E = never, A = never>(e: E): TE<E, A>; declare function right<E = never, A = never>(a: A): TE<E, A>; declare function chain<E, A, B>(f: (a: A) => TE<E, B>): (ma: TE<E, A>) => TE<E, B>; declare function pipe<A, B>(a: A, ab: (a: A) => B): B; const r = pipe(right<string, number>(1), chain((x) => (x > 0 ? left('neg') : right(x))));
// ---
interface SG<A> { concat: (a: A, b: A) => A } declare function struct<A>(s: { [K in keyof A]: SG<A[K]> }): SG<{ readonly [K in keyof A]: A[K] }>; declare function take(f: <O extends Readonly<Record<string, any>>>(s: { [K in keyof O]: SG<O[K]> }) => SG<O>): void; take(struct); function same<T>(x: { [K in keyof T]: T[K] }): T { return x; } function two<A, B>(x: boolean): ((b: B, f: (b: B, a: A) => B) => (fa: A[]) => B) | ((fa: A[]) => B) { return (b, f) => (fa) => { let out: B = b; for (const a of fa) out = f(out, a); return out; }; }
// ---
function f(x: number) { return x > 1 ? Promise.reject(new Error('b')) : Promise.resolve({ v: x }); } const r = f(1).then((r) => r.v); declare const cond: boolean; const d = cond ? Promise.reject(new Error('x')) : Promise.resolve(1);
// ---
interface Color { r: number } const Color = { red: { r: 1 } as Color, of: (r: number): Color => ({ r }) }; const m = Color.of(1).r; type Mode = 'a' | 'b'; const Mode = { A: 'a', B: 'b' } as const; const q = Mode.A; interface Late { x: 1 } var Late = 5; type Box<T> = { v: T }; const Box = <T>(v: T): Box<T> => ({ v }); const b = Box(1).v;
// ---
type H = (o: string, c: number) => boolean; const h: H = ((opt?: string | H) => { if (!opt) return (o, c) => o === String(c); else if (typeof opt === 'string') return (o) => o === opt; return opt; })(undefined); let rep: ((r: { u: string }) => string) | undefined; rep ||= (() => { const p = 1; return (r) => r.u + p; })(); const cfg: { on: (e: { id: number }) => void; xs: ('a' | 'b')[] } = (() => ({ on(e) { const i = e.id; }, xs: ['a', 'b'] }))();
// ---
declare const ps: Record<string, string>; const em = {}; const params = ps === em ? {} : { ...ps }; params['q'] = 'z'; const p2 = Math.random() > 1 ? { ...ps } : {};
// ---
interface Ctx<E> { e: E } interface Mid<E> { (c: Ctx<E>): void } interface SM { <E = number>(gen: (c: Ctx<E>) => E[]): Mid<E>; <E = number>(ps: E[]): Mid<E> } const sm: SM = (ps) => (c) => { const e = c.e; }; Array.prototype.map.call(new Uint8Array(2), (x) => String(x));
// ---
interface O { alg: string; iss?: string; n?: number } declare const a: string | O; const { alg, iss, n = 3 } = typeof a === 'string' ? { alg: a } : a; const o = typeof a === 'string' ? { alg: a } : a; const r = o.iss; const sp = typeof a === 'string' ? { ...{ alg: a } } : a; const u = Math.random() > 1 ? { k: 1 } : { j: 2 }; const k = u.k;
// ---
function groupBy<T, K extends PropertyKey>(xs: readonly T[], f: (x: T) => K) { return xs.reduce((a, x) => { (a[f(x)] ||= []).push(x); return a; }, {} as Record<K, T[]>); } const g = groupBy([1], (n) => (n > 0 ? 'a' : 'b')).a;
// ---
declare function some(): number | null;
let a: number | null = 0, b: number | string | null = "b", c: number | null = 2, d: boolean | number | null = true;
let e: number | null = 4, f: number | null = 5, g: number | null = 6, h: number | null = some();
for (let i = 0; i < 3; i++) {
  const inside = [a, b, c, d, e, f, g, h] as const;
  if (a !== null) a = h;
  if (typeof b !== "string") b = a;
  if (c !== null) c = e;
  if (d !== null) d = c;
  if (e !== null) e = f;
  if (f !== null) f = g;
  if (g !== null) g = a;
  if (h !== null) h = c;
}
const behind = [a, b, c, d, e, f, g, h] as const;
// ---
// What a parameter with a default value may be given later, and what it is at the beginning.
class TreeNode<K> { constructor(readonly key: K) {} }
class Tree<K> {
  root: TreeNode<K> | null | undefined;
  find(start: K | TreeNode<K> | null | undefined = this.root) { let seen = start; start = this.root; if (!start) return []; const behind = start; return [behind]; }
  count(n: number | undefined = 3) { const first = n; n = undefined; const then = n; return first; }
}
// ---
function mapKeys<V, K extends PropertyKey, N extends PropertyKey>(o: Record<K, V>, f: (key: K, value: V) => N): Record<N, V> { return {} as Record<N, V>; }
function lower<T extends Record<string, any>>(o: T) { return mapKeys(o, (k) => k.toLowerCase()); }
type Keys = keyof Record<string, number>; declare const key: Keys; const same: string = key;
function assign<X extends Record<string, any>>(initial: X, other: X): X { if (!initial || !other) return initial ?? other ?? {}; return { ...initial, ...other }; };
declare const nothing: {}; interface Empty {} declare const empty: Empty; declare function pick<T>(a: T, b: T): T;
const a = pick({ x: 1 }, nothing); const b = pick({ x: 1 }, empty); const c = pick({ x: 1 }, { x: 2 });
// ---
const names: string[] = ['a', 'b'] as const; const pair: [number, number] = [1, 2] as const; const free = ['a', 'b'] as const; const both = ['a'] as const satisfies readonly string[];
const KINDS = ['one', 'two'] as const; declare const at: number; let kind = KINDS[at]; kind += '!'; let digit = ([0, 7] as const)[at]; digit /= 2;
const ZERO = 0, ONE = 1; type Bit = typeof ZERO | typeof ONE; declare const bit: Bit; const cell = { bit }; const written: { bit: Bit } = cell;
// ---
function parse(text: string) { const found = text.match(/a/); const groups = found?.groups; if (!groups) return null; const first = found[0]; return first; }
declare const wide: boolean; const size = wide ? '32' as const : '16' as const; function read(view: DataView) { return view[`getUint${size}`](0); }
type Later<T extends Record<PropertyKey, unknown>> = { [K in keyof T]: PromiseLike<T[K]> | T[K] };
declare function all<T extends Record<PropertyKey, unknown>>(o: Later<T>): Promise<T>; declare const dynamic: any; const later = all(dynamic);
declare function copy<T>(o: { [K in keyof T]: T[K] }): T[]; const copies = copy(dynamic);
class Entry<E> { value!: E; } class List<E, R = any> { constructor(elements?: Iterable<E> | Iterable<R> | Iterable<Entry<E>>) {} static from<E, R = any>(this: new (elements?: Iterable<E> | Iterable<R> | Iterable<Entry<E>>) => any, data: E[]) { return new this(data); } }
let list: List<number>; list = List.from([1, 2]);
// ---
// Where calls are wrong.
interface Step { then(text: string): Step; done: number; go(a: number, b: number): void }
declare const step: Step; declare function many(a: number, b: string): void; declare function many(a: number, b: boolean): void;
step
  .then('a')
  // @ts-expect-error
  .done();
step
  .then('a')
  // @ts-expect-error
  .go(1);
step.go(
  1,
  2,
  // @ts-expect-error
  3,
);
many(
  1,
  // @ts-expect-error
  {},
);
// ---
declare const tagged: [number, string[]] & { tag?: boolean }; const [a, b] = tagged; const at = tagged[1]; 
function parts([p, q]: [number, string] & { z?: 1 }) { const r = p; const s = q; } function first<T extends readonly [number, string]>(x: T) { const [, y] = x; const z: string = y; return z; }
function isIterable(v: object): v is Iterable<unknown> { return Symbol.iterator in v; }
function merge(left: Readonly<Record<string, unknown>>) { if (isIterable(left)) { if (left instanceof Map) { for (const [k, v] of left) { const key = k; } } } }
function spread(both: Iterable<unknown> & { x: 1 }) { return [...both]; }
function deque<T, U>(values: ArrayLike<T> | Iterable<T>) { return Array.from(values as ArrayLike<U> & Iterable<U>); }
// ---
type Loose = {} | null | undefined; declare const anything: unknown; const a: Loose = anything; type Logic<S, P extends Loose> = { s: S; p: P }; type Any = Logic<number, unknown>;
interface Semigroup<A> { concat(x: A, y: A): A } declare function struct<A>(s: { [K in keyof A]: Semigroup<A[K]> }): Semigroup<{ readonly [K in keyof A]: A[K] }>;
declare function wantStruct(f: <O>(s: { [K in keyof O]: Semigroup<O[K]> }) => Semigroup<O>): void; wantStruct(struct);
type Option<A> = { _tag: 'None' } | { _tag: 'Some'; value: A }; declare function lift<F>(f: { of: <A>(a: A) => F }): <A>(a: A) => Option<NonNullable<A>>;
declare function wantLifted(f: <A>(a: A) => Option<NonNullable<A>>): void; wantLifted(lift({ of: (a) => 1 }));
interface Event { type: string } interface Machine<S, E extends Event> { s: S; e: E } type From<T> = T extends Machine<infer S, infer E> ? Machine<S, E>[] : never; declare const from: From<Machine<number, { type: 'x' }>>; const s = from[0].s;
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false; const same: Equal<1, 1> = true; const other: Equal<1, 2> = false;
// ---
declare class Maybe<T> { extract(): this extends { just: 1 } ? T : T | undefined } function same<T>(a: Maybe<T>, b: Maybe<never>) { return a.extract() === b.extract(); }
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false; type Writable<T> = { -readonly [K in keyof T]: T[K] };
declare const a: Equal<Writable<{ readonly x: 1 }>, { x: 1 }>; const b = a; declare const c: Equal<string, any>; const d = c; declare const e: Equal<any, any>; const f = e;
// ---
function take<K>(x: K | string | null | undefined, by: (a: K) => number) { if (x === null || x === undefined) return; if (typeof x === 'string') return; const left = x; let kept: K | undefined; kept = x; by(kept); }
function other<K>(x: K | null | undefined, by: (a: K) => number) { if (x === undefined || x === null) return; let kept: K | undefined; kept = x; by(kept); }
