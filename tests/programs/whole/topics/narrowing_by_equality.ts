function f(a: string | number, b: string | boolean): string {
  if (a === b) return "both strings " + a.toUpperCase();
  return "different";
}
console.log(f("x", "x"), f("x", "y"), f(1, true));
type Maybe<T> = T | null | undefined;
const len = (s: Maybe<string>) => (s != null ? s.length : -1);
console.log(len("abc"), len(null), len(undefined), len(""));
function state(s: "on" | "off" | 0 | 1): boolean {
  if (s === "on" || s === 1) return true;
  if (s === 0) return false;
  const rest: "off" = s;
  return rest.length > 10;
}
console.log(state("on"), state(0), state("off"), state(1));
interface A { kind: null; a: string }
interface B { kind: true; b: number }
interface C { kind: undefined; c: boolean }
function g(x: A | B | C) {
  if (x.kind === null) return x.a;
  if (x.kind) return x.b;
  return x.c;
}
console.log(g({ kind: null, a: "A" }), g({ kind: true, b: 1 }), g({ kind: undefined, c: false }));
type Result = { ok: true; v: number } | { ok: false; e: string };
function show({ ok, ...r }: Result) {
  return ok ? "ok" : JSON.stringify(r);
}
console.log(show({ ok: true, v: 1 }), show({ ok: false, e: "bad" }));
function viaAlias(v: string | number | string[]) {
  const isString = typeof v === "string";
  const isList = Array.isArray(v);
  if (isString) return v.length;
  if (isList) return v.join("").length;
  return v;
}
console.log(viaAlias("abc"), viaAlias(["a", "b"]), viaAlias(7));
type Msg = { type: "text"; body: string } | { type: "num"; body: number };
function handle({ type, body }: Msg) {
  return type === "text" ? body.toUpperCase() : body.toFixed(2);
}
console.log(handle({ type: "text", body: "t" }), handle({ type: "num", body: 1 }));
class X { tag = "x" as const; x = 1; }
class Y { tag = "y" as const; y = 2; }
const xy = (v: X | Y) => (v.tag === "x" ? v.x : v.y);
console.log(xy(new X()), xy(new Y()), xy({ tag: "y", y: 9 }));
function byConstructor(v: object) {
  return v.constructor === X ? "X" : v.constructor === Array ? "array" : v.constructor.name;
}
console.log(byConstructor(new X()), byConstructor([]), byConstructor({}), byConstructor(new Map()));
const cfg: { port?: number | string } = { port: "80" };
const port = typeof cfg.port === "string" ? Number(cfg.port) : cfg.port ?? 8080;
console.log(port + 1);
