type Sym = { readonly sym: string };
type Val = number | string | boolean | null | Sym | Val[] | ((...args: Val[]) => Val) | Lambda;
class Lambda { constructor(readonly params: string[], readonly body: Val, readonly env: Env, public name = "lambda") {} }
class Env extends Map<string, Val> {
  constructor(private readonly outer?: Env, names: string[] = [], values: Val[] = []) { super(names.map((n, i) => [n, values[i]] as [string, Val])); if (names.length !== values.length) throw new Error(`expected ${names.length} arguments, got ${values.length}`); }
  find(k: string): Env { if (this.has(k)) return this; if (!this.outer) throw new ReferenceError(k); return this.outer.find(k); }
}
const isSym = (v: Val): v is Sym => typeof v === "object" && v !== null && "sym" in v;
function read(src: string): Val[] {
  const tokens = src.replaceAll("(", " ( ").replaceAll(")", " ) ").replaceAll("'", " ' ").split(" ").flatMap((t) => t.split("\n")).filter(Boolean);
  const one = (): Val => {
    const t = tokens.shift();
    if (t === undefined) throw new SyntaxError("unexpected end");
    if (t === "(") { const list: Val[] = []; while (tokens[0] !== ")") { if (!tokens.length) throw new SyntaxError("missing )"); list.push(one()); } tokens.shift(); return list; }
    if (t === ")") throw new SyntaxError("unexpected )");
    if (t === "'") return [{ sym: "quote" }, one()];
    return t === "#t" ? true : t === "#f" ? false : t === "nil" ? null : Number.isNaN(Number(t)) ? { sym: t } : Number(t);
  };
  const out: Val[] = [];
  while (tokens.length) out.push(one());
  return out;
}
const print = (v: Val): string => v === null ? "nil" : v === true ? "#t" : v === false ? "#f" : Array.isArray(v) ? `(${v.map(print).join(" ")})` : v instanceof Lambda ? `#<${v.name}>` : isSym(v) ? v.sym : typeof v === "function" ? "#<native>" : String(v);
function evaluate(x: Val, env: Env): Val {
  for (;;) {
    if (isSym(x)) return env.find(x.sym).get(x.sym)!;
    if (!Array.isArray(x) || x.length === 0) return x;
    const [head, ...rest] = x;
    if (isSym(head)) {
      switch (head.sym) {
        case "quote": return rest[0];
        case "if": { const t = evaluate(rest[0], env); x = t !== false && t !== null ? rest[1] : rest[2] ?? null; continue; }
        case "define": { const [target, ...body] = rest; if (Array.isArray(target)) { const [n, ...ps] = target.map((s) => (s as Sym).sym); env.set(n, new Lambda(ps, [{ sym: "begin" }, ...body], env, n)); } else env.set((target as Sym).sym, evaluate(body[0], env)); return null; }
        case "set!": { const k = (rest[0] as Sym).sym; env.find(k).set(k, evaluate(rest[1], env)); return null; }
        case "lambda": return new Lambda((rest[0] as Sym[]).map((s) => s.sym), rest[1], env);
        case "begin": for (const e of rest.slice(0, -1)) evaluate(e, env); x = rest.at(-1) ?? null; continue;
        case "let": { const bs = rest[0] as [Sym, Val][]; env = new Env(env, bs.map(([s]) => s.sym), bs.map(([, v]) => evaluate(v, env))); x = rest[1]; continue; }
      }
    }
    const f = evaluate(head, env), args = rest.map((a) => evaluate(a, env));
    if (f instanceof Lambda) { env = new Env(f.env, f.params, args); x = f.body; continue; }
    if (typeof f === "function") return f(...args);
    throw new TypeError(`${print(f)} is not callable`);
  }
}
const num = (f: (a: number, b: number) => number) => (...xs: Val[]) => (xs as number[]).reduce(f);
const global = new Env();
for (const [k, f] of Object.entries<(...a: Val[]) => Val>({ "+": num((a, b) => a + b), "-": num((a, b) => a - b), "*": num((a, b) => a * b), "<": (a, b) => a! < b!, "=": (a, b) => a === b, list: (...xs) => xs, car: (l) => (l as Val[])[0] ?? null, cdr: (l) => (l as Val[]).slice(1), cons: (a, l) => [a, ...(l as Val[])], "null?": (l) => (l as Val[]).length === 0, length: (l) => (l as Val[]).length })) global.set(k, f);
const run = (src: string): string => { try { return read(src).map((x) => print(evaluate(x, global))).at(-1) ?? ""; } catch (e) { return `${(e as Error).name}: ${(e as Error).message}`; } };
for (const src of ["(+ 1 2 (* 3 4))", "(define (fact n) (if (< n 2) 1 (* n (fact (- n 1))))) (fact 10)", "(define (map f l) (if (null? l) l (cons (f (car l)) (map f (cdr l))))) (map (lambda (x) (* x x)) '(1 2 3))", "(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n)))) (loop 5000 0)", "(define (counter) (let ((n 0)) (lambda () (begin (set! n (+ n 1)) n)))) (define c (counter)) (c) (c) (c)", "fact", "car", "'(a (b 'c) #t nil)", "(let ((x 2) (y 3)) (list x y '()))", "(fact 1 2)", "(nope)", "(1 2)", "(+ 1", ")", "()", ""]) console.log(run(src));
