// What is left of unions when all their constituents have been told apart, and other ways of large libraries with types.
function part_c(): void {
type Eff<T> = { type: "a"; f: (x: T) => T } | { type: "b"; g: number };
class Q { eff: Eff<any> = { type: "b", g: 1 }; m() { const e = this.eff || null; if (e.type === "a") return e.f(1); if (e.type === "b") return e.g; const u: never = e; } }
console.log(new Q().m());

}
part_c();

function part_d(): void {
type V = "email" | "url" | { includes: string; position?: number } | { startsWith: string } | { endsWith: string };
const never = (x: never): never => { throw x; };
function f(v: V): string {
  if (typeof v === "object") {
    if ("includes" in v) return v.includes; else if ("startsWith" in v) return v.startsWith; else if ("endsWith" in v) return v.endsWith; else never(v);
  }
  return "";
}
console.log(f({ endsWith: "q" }));

}
part_d();

function part_e(): void {
class MyE extends Error { override toString() { return this.message; } }
console.log(String(new MyE("q")));

}
part_e();

function part_f(): void {
interface Def { errorMap?: (issue: { code: string }, ctx: { d: string }) => { message: string }; other: number }
function mk(d: Def) { return d.errorMap?.({ code: "c" }, { d: "x" }).message; }
const msg: string | undefined = "m";
console.log(mk({ other: 1, ...(msg !== undefined ? { errorMap: (issue, ctx) => ({ message: issue.code + ctx.d }) } : {}) }));

}
part_f();

function part_g(): void {
interface A { type: "a"; indent: number } interface B { type: "b"; indent: number } interface C { type: "c"; k: string }
type Tok = A | B | C;
function f(list: { start: string[]; key?: Tok | null; sep?: Tok[] }[], bm: A) {
  for (const it of list) {
    const { start, key, sep } = it;
    const w = !start.length;
    if (w) {
      if (key) {
        if (key.type === "b") console.log("b");
        else if ("indent" in key && key.indent !== bm.indent) console.log("in", key.indent);
      }
      if (key?.type === "c") console.log(key.k);
    }
  }
}
f([{ start: [], key: { type: "a", indent: 2 } }], { type: "a", indent: 1 });

}
part_g();

function part_i(): void {
function sp(source: string) {
  const split = source.split(/\n( *)/);
  const first = split[0];
  const m = first.match(/^( *)/);
  const l: [string, string] = m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first];
  return l;
}
console.log(sp("  a\n b"));
const mm = /a(b)?/.exec("ab"); if (mm?.[1]) console.log(mm[1].length, mm.index); const cond = mm?.groups ? mm.groups.x : 1;

}
part_i();

function part_j(): void {
function st(o: { schema?: string | { n: number } | null }) { const s = o.schema; if (s instanceof Object) return s.n; return s; }
console.log(st({ schema: { n: 4 } }));

}
part_j();

function part_z2(): void {
type C = { kind: "a"; n: number } | { kind: "b"; m?: string } | { kind: "c"; m?: string };
function assertNever(_x: never): never { throw new Error(); }
function f(c: C) {
    if (c.kind === "a") { console.log(c.n); }
    else if (c.kind === "b") { console.log(1); }
    else if (c.kind === "c") { console.log(3); }
    else { assertNever(c); }
}
function g(cs: C[]) {
  for (const c of cs) {
    if (c.kind === "a") { console.log(c.n); }
    else if (c.kind === "b") { console.log(1); }
    else if (c.kind === "c") { console.log(3); }
    else { assertNever(c); }
  }
}
f({ kind: "b" }); g([]);
function h(c: C) {
    if (c.kind === "a") { console.log(c.n); }
    else if (c.kind === "b") { console.log(1); }
    else if (c.kind === "c") { console.log(3); }
    else { assertNever(c); }
}
function i(c: C) {
    if (c.kind === "a") { console.log(c.n); }
    else if (c.kind === "c") { console.log(3); }
    else if (c.kind === "b") { console.log(1); }
    else { const u: never = c; }
}
type D = { kind: "a"; n: number } | { kind: "b"; m?: string } | { kind: "c"; k?: string };
function j(c: D) {
    if (c.kind === "a") { console.log(c.n); }
    else if (c.kind === "b") { console.log(1); }
    else if (c.kind === "c") { console.log(3); }
    else { assertNever(c); }
}
h({ kind: "a", n: 1 }); i; j;

}
part_z2();

function part_z4(): void {
type E = { kind: "a"; n: number } | { kind: "b"; m: string } | { kind: "c"; k: string };
const u = (_: never): never => { throw 1; };
function f1(c: E | undefined) { if (c?.kind === "a") return 1; if (c?.kind === "b") return 2; if (c?.kind === "c") return 3; if (c === undefined) return 4; return u(c); }
function f2(c: E | null) { if (c === null) return 0; const { kind } = c; if (kind === "a") return 1; if (kind === "b") return 2; if (kind === "c") return 3; return u(c); }
class X { readonly t = "x"; } class Y { readonly t = "y"; }
function f3(c: X | Y) { if (c.t === "x") return c; else if (c.t !== "y") return u(c); return c; }
function f4(c: { ok: true; v: 1 } | { ok: false; e: string }) { if (c.ok) return c.v; if (!c.ok) return c.e; return u(c); }
function f5(c: { ok: true; v: 1 } | { ok: false; e: string }) { if (c.ok) return c.v; else if (c.ok === false) return c.e; else return u(c); }
function f6(e: E["kind"]) { if (e === "a") return; if (e === "b") return; if (e === "c") return; u(e); }
interface P { type: "p" } interface Q { type: "q"; p: P | Q }
function f7(o: { x: P | Q }) { if (o.x.type === "p") return 1; if (o.x.type === "q") return 2; return u(o.x); }
console.log(f1({kind: "c", k: ""}), f2(null), f4({ok: true, v: 1}), f3(new Y()));
function f8(v: string | number | E) { if (typeof v === "string") return 1; if (typeof v === "number") return 2; if (v.kind === "a") return 3; if (v.kind === "b") return 4; if (v.kind === "c") return 5; return u(v); }
function f9<T extends E>(v: T) { if (v.kind === "a") return 3; return v.kind; }

}
part_z4();

function part_w1(): void {
type Br = string & { __brand: "x" };
interface A { a: number } interface B { b: string }
function f(x: string | (A & B)) { if (typeof x === "string") return x.length; return x.a; }
function g(x: Br | number) { if (typeof x === "string") return x.length; return x.toFixed(); }
function h(x: (A & (() => void)) | B) { if (typeof x === "function") return x.a; return x.b; }
function k<T extends object>(x: T & A | string) { if (typeof x === "object") return x.a; return x.length; }
function m<T>(x: T & (string | A)) { if (typeof x === "string") return x.length; return 0; }
function n<T extends string | number>(x: T & (string | boolean)) { if (typeof x === "string") return x.length; return 0; }

}
part_w1();
