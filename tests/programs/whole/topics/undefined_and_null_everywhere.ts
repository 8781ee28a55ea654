function opt(a?: number, b: number | null = 5, c?: string | null) { return [a, b, c]; }
console.log(opt(), opt(undefined, undefined, undefined), opt(1, null, null), opt(0, 0, ""));
const o: { a?: number; b: null | string; c: undefined } = { b: null, c: undefined };
console.log(o, "a" in o, "c" in o, o.a, Object.keys(o), JSON.stringify(o), { ...o });
const [nul, undef] = [null, undefined] as (null | undefined | string)[];
console.log(nul ?? "n", undef ?? "u", ...([0, "", NaN, false] as (number | string | boolean | null)[]).map((v) => v ?? "replaced"));
console.log([undefined, null].join(), [undefined, null].map(String), `${null}${undefined}`, null + "", undefined + "", [null] + "", [undefined] + "");
console.log(typeof null, typeof undefined, null === (undefined as any), null == undefined, null == (0 as any), undefined == (0 as any), null! >= 0, null! > 0);
console.log(null! + 1, undefined! + 1, null! * 2, +null!, +undefined!, Number(null), Number(undefined), Math.max(null!, -1), Math.max(undefined!, 1));
const f = (x: string | null | undefined) => x?.length ?? (x === null ? "null" : "undefined");
console.log(f("abc"), f(null), f(undefined), f(""));
let u: number | undefined;
console.log(u, u?.toFixed(), (u ??= 3), u?.toFixed(1), void 0, (() => {})(), [].at(0), new Map().get(1), ({} as any).x);
const list: (number | null | undefined)[] = [1, null, undefined, 0];
console.log(list.filter((x) => x != null), list.filter(Boolean), list.map((x) => x ?? -1), list.indexOf(null), list.indexOf(undefined), list.includes(undefined), list.findIndex((x) => x == null));
const { a = "da", b = "db", c = "dc" } = o as { a?: any; b?: any; c?: any };
console.log(a, b, c);
const [p = "dp", q = "dq", r = "dr"] = [undefined, null] as any[];
console.log(p, q, r);
function nothing() {}
function returnsUndefined() { return; }
function maybe(flag: boolean) { if (flag) return "value"; }
console.log(nothing(), returnsUndefined(), maybe(false), maybe(true), (nothing as any)(1, 2) === undefined);
class K { x?: string; y: string | null = null; z; constructor() { this.z = undefined as string | undefined; } m?(): void; }
const k = new K();
console.log(k, k.m, k.m?.(), k.x?.length, k.y?.length, Object.keys(k));
console.log(JSON.stringify({ u: undefined, n: null, l: [undefined, null] }), JSON.parse("null"), [,].length, Object.is(undefined, void 0));
const outcomes: (string | number)[] = [];
for (const v of [null, undefined] as any[]) {
  for (const g of [() => v.x, () => v(), () => v[0], () => [...v], () => new v(), () => { for (const _ of v); }, () => ({ ...v }), () => { const { z } = v; }, () => v?.x?.y, () => Object.keys(v), () => delete v?.x, () => "k" in v, () => v instanceof Object]) {
    try { g(); process(1); } catch (e: any) { process(e.name); }
  }
}
console.log(outcomes.join(" "));
function process(x: string | number) { outcomes.push(x); }
