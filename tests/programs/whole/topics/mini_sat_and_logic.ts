type Formula = string | { not: Formula } | { and: Formula[] } | { or: Formula[] } | { implies: [Formula, Formula] } | { iff: [Formula, Formula] };
const not = (f: Formula): Formula => ({ not: f }), and = (...fs: Formula[]): Formula => ({ and: fs }), or = (...fs: Formula[]): Formula => ({ or: fs }), implies = (a: Formula, b: Formula): Formula => ({ implies: [a, b] });
const vars = (f: Formula): Set<string> => typeof f === "string" ? new Set([f]) : new Set(("not" in f ? [f.not] : "and" in f ? f.and : "or" in f ? f.or : "implies" in f ? f.implies : f.iff).flatMap((g) => [...vars(g)]));
function evaluate(f: Formula, env: Readonly<Record<string, boolean>>): boolean {
  if (typeof f === "string") return env[f] ?? false;
  if ("not" in f) return !evaluate(f.not, env);
  if ("and" in f) return f.and.every((g) => evaluate(g, env));
  if ("or" in f) return f.or.some((g) => evaluate(g, env));
  if ("implies" in f) { const [a, b] = f.implies; return !evaluate(a, env) || evaluate(b, env); }
  return evaluate(f.iff[0], env) === evaluate(f.iff[1], env);
}
function* table(f: Formula): Generator<[Record<string, boolean>, boolean]> { const names = [...vars(f)].sort(); for (let bits = 0; bits < 2 ** names.length; bits++) { const env = Object.fromEntries(names.map((n, i) => [n, Boolean((bits >> (names.length - 1 - i)) & 1)])); yield [env, evaluate(f, env)]; } }
const tautology = (f: Formula) => [...table(f)].every(([, v]) => v);
const nnf = (f: Formula, positive = true): Formula => {
  if (typeof f === "string") return positive ? f : not(f);
  if ("not" in f) return nnf(f.not, !positive);
  if ("implies" in f) return nnf(or(not(f.implies[0]), f.implies[1]), positive);
  if ("iff" in f) { const [a, b] = f.iff; return nnf(and(implies(a, b), implies(b, a)), positive); }
  const isAnd = "and" in f;
  const parts = (isAnd ? f.and : f.or).map((g) => nnf(g, positive));
  return isAnd === positive ? and(...parts) : or(...parts);
};
type Literal = number; type Clause = readonly Literal[];
function cnf(f: Formula): string[][] { const go = (g: Formula): string[][] => { if (typeof g === "string") return [[g]]; if ("not" in g) return [["-" + (g.not as string)]]; if ("and" in g) return g.and.flatMap(go); return (g as { or: Formula[] }).or.map(go).reduce((acc, cs) => acc.flatMap((a) => cs.map((c) => [...new Set([...a, ...c])])), [[]] as string[][]); }; return go(nnf(f)); }
function solve(clauses: readonly Clause[], model: ReadonlyMap<number, boolean> = new Map()): ReadonlyMap<number, boolean> | null {
  const simplify = (cs: readonly Clause[], l: Literal) => cs.filter((c) => !c.includes(l)).map((c) => c.filter((x) => x !== -l));
  for (;;) { const unit = clauses.find((c) => c.length === 1); if (!unit) break; clauses = simplify(clauses, unit[0]); model = new Map(model).set(Math.abs(unit[0]), unit[0] > 0); }
  if (clauses.length === 0) return model;
  if (clauses.some((c) => c.length === 0)) return null;
  const l = clauses[0][0];
  for (const choice of [l, -l]) { const m = solve(simplify(clauses, choice), new Map(model).set(Math.abs(l), choice > 0)); if (m) return m; }
  return null;
}
const f = implies(and("a", "b"), or("a", "c"));
console.log([...vars(f)], tautology(f), tautology(implies("a", "b")), tautology(or("p", not("p"))), tautology({ iff: [not(and("a", "b")), or(not("a"), not("b"))] }));
for (const [env, v] of table(implies("p", "q"))) console.log(env, v);
console.log(JSON.stringify(nnf(not(implies("a", and("b", not("c")))))), cnf({ iff: ["a", "b"] }).map((c) => c.join("|")).join(" & "));
console.log(solve([[1, 2], [-1, 3], [-2, -3], [2]]), solve([[1], [-1]]), solve([]), solve([[1, 2], [-1, 2], [1, -2], [-1, -2]]));
const colours = 3, edges = [[0, 1], [1, 2], [2, 0], [2, 3]], id = (n: number, c: number) => n * colours + c + 1;
const clauses = [...Array(4).keys()].map((n) => [...Array(colours).keys()].map((c) => id(n, c))).concat(edges.flatMap(([a, b]) => [...Array(colours).keys()].map((c) => [-id(a, c), -id(b, c)])));
const model = solve(clauses)!;
console.log(edges.every(([a, b]) => [0, 1, 2].every((c) => !(model.get(id(a, c)) && model.get(id(b, c))))), clauses.length);
