type Term = { t: "var"; x: string } | { t: "lam"; x: string; b: Term } | { t: "app"; f: Term; a: Term };
const v = (x: string): Term => ({ t: "var", x });
const lam = (xs: string, b: Term): Term => [...xs].reduceRight<Term>((b, x) => ({ t: "lam", x, b }), b);
const app = (f: Term, ...as: Term[]): Term => as.reduce<Term>((f, a) => ({ t: "app", f, a }), f);
const show = (m: Term, p = 0): string => m.t === "var" ? m.x : m.t === "lam" ? wrap(p > 0, `λ${m.x}.${show(m.b)}`) : wrap(p > 1, `${show(m.f, 1)} ${show(m.a, 2)}`);
const wrap = (c: boolean, s: string) => (c ? `(${s})` : s);
const free = (m: Term): Set<string> => m.t === "var" ? new Set([m.x]) : m.t === "lam" ? new Set([...free(m.b)].filter((y) => y !== m.x)) : new Set([...free(m.f), ...free(m.a)]);
let fresh = 0;
function subst(m: Term, x: string, n: Term): Term {
  switch (m.t) {
    case "var": return m.x === x ? n : m;
    case "app": return app(subst(m.f, x, n), subst(m.a, x, n));
    case "lam": {
      if (m.x === x) return m;
      if (!free(n).has(m.x)) return { ...m, b: subst(m.b, x, n) };
      const y = `${m.x}${++fresh}`;
      return { t: "lam", x: y, b: subst(subst(m.b, m.x, v(y)), x, n) };
    }
  }
}
function step(m: Term): Term | null {
  if (m.t === "app") {
    if (m.f.t === "lam") return subst(m.f.b, m.f.x, m.a);
    const f = step(m.f);
    if (f) return { ...m, f };
    const a = step(m.a);
    return a && { ...m, a };
  }
  if (m.t === "lam") { const b = step(m.b); return b && { ...m, b }; }
  return null;
}
function normal(m: Term, limit = 500): { term: Term; steps: number } { let steps = 0; for (let next = step(m); next; next = step(m)) { m = next; if (++steps >= limit) throw new RangeError("no normal form"); } return { term: m, steps }; }
function parse(s: string): Term {
  let i = 0;
  const atom = (): Term | null => { while (s[i] === " ") i++; const c = s[i]; if (c === "(") { i++; const m = expr(); if (s[i++] !== ")") throw new SyntaxError(`expected ) at ${i - 1}`); return m; } if (c === "λ" || c === "\\") { i++; let xs = ""; while (s[i] !== ".") { if (i >= s.length) throw new SyntaxError("no dot"); xs += s[i++]; } i++; return lam(xs, expr()); } if (c >= "a" && c <= "z") { i++; return v(c); } return null; };
  const expr = (): Term => { const first = atom(); if (!first) throw new SyntaxError(`expected a term at ${i}`); let m = first; for (let a = atom(); a; a = atom()) m = app(m, a); return m; };
  const m = expr();
  if (i < s.length) throw new SyntaxError(`stopped at ${i}`);
  return m;
}
const num = (n: number): Term => lam("fx", Array.from({ length: n }).reduce<Term>((m) => app(v("f"), m), v("x")));
const toNum = (m: Term): number => { let n = 0; if (m.t !== "lam" || m.b.t !== "lam") return NaN; for (let b = m.b.b; b.t === "app"; b = b.a) n++; return n; };
const add = parse("\\mnfx.m f (n f x)"), mul = parse("\\mnf.m (n f)"), exp = parse("\\mn.n m");
console.log(show(add), show(num(2)), show(parse("(\\x.x x) (\\y.y) z")));
for (const [name, m] of [["2+3", app(add, num(2), num(3))], ["2*3", app(mul, num(2), num(3))], ["2^3", app(exp, num(2), num(3))]] as const) { const { term, steps } = normal(m); console.log(name, toNum(term), steps > 0); }
console.log(show(normal(parse("(\\xy.x) a b")).term), show(normal(parse("(\\xy.x) y")).term), [...free(parse("\\x.x y z"))].join());
for (const s of ["(\\x.x x) (\\x.x x)", "(x", "\\x", "x)", ""]) { try { console.log(show(normal(parse(s), 50).term)); } catch (e) { console.log(`${e}`); } }
