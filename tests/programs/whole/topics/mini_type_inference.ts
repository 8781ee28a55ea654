type Type = { k: "con"; n: string } | { k: "fn"; a: Type; r: Type } | { k: "var"; id: number; ref?: Type };
type Scheme = { vars: number[]; type: Type };
type Expr = number | boolean | string | ["fn", string, Expr] | ["let", string, Expr, Expr] | ["if", Expr, Expr, Expr] | ["call", Expr, Expr];
const Int: Type = { k: "con", n: "int" }, Bool: Type = { k: "con", n: "bool" };
const fn = (...ts: Type[]): Type => ts.slice(0, -1).reduceRight<Type>((r, a) => ({ k: "fn", a, r }), ts[ts.length - 1]);
let nextId = 0;
const fresh = (): Type & { k: "var" } => ({ k: "var", id: nextId++ });
const prune = (t: Type): Type => { if (t.k === "var" && t.ref) return (t.ref = prune(t.ref)); return t; };
const occurs = (id: number, t: Type): boolean => { t = prune(t); return t.k === "var" ? t.id === id : t.k === "fn" && (occurs(id, t.a) || occurs(id, t.r)); };
class TypeError0 extends Error {}
function unify(a: Type, b: Type): void {
  [a, b] = [prune(a), prune(b)];
  if (a.k === "var") { if (b.k === "var" && a.id === b.id) return; if (occurs(a.id, b)) throw new TypeError0("infinite type"); a.ref = b; return; }
  if (b.k === "var") return unify(b, a);
  if (a.k === "fn" && b.k === "fn") { unify(a.a, b.a); return unify(a.r, b.r); }
  if (a.k === "con" && b.k === "con" && a.n === b.n) return;
  throw new TypeError0(`${show(a)} is not ${show(b)}`);
}
function show(t: Type, names = new Map<number, string>()): string {
  t = prune(t);
  switch (t.k) {
    case "con": return t.n;
    case "var": { if (!names.has(t.id)) names.set(t.id, String.fromCharCode(97 + names.size)); return names.get(t.id)!; }
    case "fn": { const a = show(t.a, names); return `${prune(t.a).k === "fn" ? `(${a})` : a} -> ${show(t.r, names)}`; }
  }
}
const freeVars = (t: Type): Set<number> => { t = prune(t); return t.k === "var" ? new Set([t.id]) : t.k === "fn" ? new Set([...freeVars(t.a), ...freeVars(t.r)]) : new Set(); };
type Env = ReadonlyMap<string, Scheme>;
const generalize = (env: Env, type: Type): Scheme => { const bound = new Set([...env.values()].flatMap((s) => [...freeVars(s.type)].filter((v) => !s.vars.includes(v)))); return { vars: [...freeVars(type)].filter((v) => !bound.has(v)), type }; };
const instantiate = ({ vars, type }: Scheme): Type => { const m = new Map(vars.map((v) => [v, fresh()])); const go = (t: Type): Type => { t = prune(t); return t.k === "var" ? m.get(t.id) ?? t : t.k === "fn" ? fn(go(t.a), go(t.r)) : t; }; return go(type); };
function infer(e: Expr, env: Env): Type {
  if (typeof e === "number") return Int;
  if (typeof e === "boolean") return Bool;
  if (typeof e === "string") { const s = env.get(e); if (!s) throw new TypeError0(`unbound ${e}`); return instantiate(s); }
  switch (e[0]) {
    case "fn": { const a = fresh(); return fn(a, infer(e[2], new Map(env).set(e[1], { vars: [], type: a }))); }
    case "let": { const [, x, value, body] = e; const self = fresh(); const t = infer(value, new Map(env).set(x, { vars: [], type: self })); unify(self, t); return infer(body, new Map(env).set(x, generalize(env, t))); }
    case "if": { unify(infer(e[1], env), Bool); const t = infer(e[2], env); unify(t, infer(e[3], env)); return t; }
    case "call": { const r = fresh(); unify(infer(e[1], env), fn(infer(e[2], env), r)); return r; }
  }
}
const base: Env = new Map<string, Scheme>([["add", { vars: [], type: fn(Int, Int, Int) }], ["less", { vars: [], type: fn(Int, Int, Bool) }]]);
const programs: Expr[] = [
  ["fn", "x", "x"], ["fn", "f", ["fn", "g", ["fn", "x", ["call", "f", ["call", "g", "x"]]]]],
  ["let", "id", ["fn", "x", "x"], ["if", ["call", "id", true], ["call", "id", 1], 2]],
  ["let", "sum", ["fn", "n", ["if", ["call", ["call", "less", "n"], 1], 0, ["call", ["call", "add", "n"], ["call", "sum", "n"]]]], "sum"],
  ["fn", "f", ["call", ["call", "f", 1], true]], ["fn", "x", ["call", "x", "x"]], ["if", 1, 2, 3], ["call", 5, 6], "nope", ["fn", "x", ["fn", "y", "x"]],
  ["let", "k", ["fn", "x", ["fn", "y", "x"]], ["call", ["call", "k", 1], "k"]],
];
for (const p of programs) { try { console.log(show(infer(p, base))); } catch (e) { if (!(e instanceof TypeError0)) throw e; console.log("error:", e.message); } }
