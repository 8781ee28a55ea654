type Parser<T> = (input: string, at: number) => { value: T; at: number } | { error: string; at: number };
const ok = <T>(value: T, at: number) => ({ value, at });
const char = (test: (c: string) => boolean, name: string): Parser<string> => (s, at) => (at < s.length && test(s[at]) ? ok(s[at], at + 1) : { error: name, at });
const text = (t: string): Parser<string> => (s, at) => (s.startsWith(t, at) ? ok(t, at + t.length) : { error: `"${t}"`, at });
const map = <T, U>(p: Parser<T>, f: (t: T) => U): Parser<U> => (s, at) => { const r = p(s, at); return "error" in r ? r : ok(f(r.value), r.at); };
const seq = <T extends unknown[]>(...ps: { [K in keyof T]: Parser<T[K]> }): Parser<T> => (s, at) => {
  const out: unknown[] = [];
  for (const p of ps) {
    const r = (p as Parser<unknown>)(s, at);
    if ("error" in r) return r;
    out.push(r.value);
    at = r.at;
  }
  return ok(out as T, at);
};
const alt = <T>(...ps: Parser<T>[]): Parser<T> => (s, at) => {
  let furthest = { error: "nothing", at: -1 };
  for (const p of ps) {
    const r = p(s, at);
    if (!("error" in r)) return r;
    if (r.at > furthest.at) furthest = r;
  }
  return furthest;
};
const many = <T>(p: Parser<T>, atLeast = 0): Parser<T[]> => (s, at) => {
  const out: T[] = [];
  for (;;) {
    const r = p(s, at);
    if ("error" in r) return out.length >= atLeast ? ok(out, at) : r;
    out.push(r.value);
    at = r.at;
  }
};
const lazy = <T>(f: () => Parser<T>): Parser<T> => (s, at) => f()(s, at);
const token = <T>(p: Parser<T>): Parser<T> => map(seq<[T, string[]]>(p, many(char((c) => c === " ", "space"))), ([v]) => v);
const sepBy = <T>(p: Parser<T>, sep: Parser<unknown>): Parser<T[]> => alt(map(seq<[T, T[]]>(p, many(map(seq<[unknown, T]>(sep, p), ([, v]) => v))), ([a, b]) => [a, ...b]), (_, at) => ok([], at));
const digit = char((c) => c >= "0" && c <= "9", "digit");
const number = token(map(many(digit, 1), (ds) => Number(ds.join(""))));
const chainLeft = (p: Parser<number>, op: Parser<(a: number, b: number) => number>): Parser<number> =>
  map(seq<[number, [(a: number, b: number) => number, number][]]>(p, many(seq<[(a: number, b: number) => number, number]>(op, p))), ([first, rest]) => rest.reduce((a, [f, b]) => f(a, b), first));
const op = (t: string, f: (a: number, b: number) => number) => map(token(text(t)), () => f);
const expr: Parser<number> = lazy(() => chainLeft(term, alt(op("+", (a, b) => a + b), op("-", (a, b) => a - b))));
const term: Parser<number> = lazy(() => chainLeft(factor, alt(op("*", (a, b) => a * b), op("/", (a, b) => a / b))));
const factor: Parser<number> = alt(number, map(seq<[string, number, string]>(token(text("(")), expr, token(text(")"))), ([, v]) => v));
type Sexp = number | string | Sexp[];
const symbol = token(map(many(char((c) => (c >= "a" && c <= "z") || "+-*/".includes(c), "letter"), 1), (cs) => cs.join("")));
const sexp: Parser<Sexp> = alt<Sexp>(number, symbol, lazy(() => map(seq<[string, Sexp[], string]>(token(text("(")), many(sexp), token(text(")"))), ([, list]) => list)));
function run<T>(p: Parser<T>, s: string): T | string {
  const r = p(s, 0);
  return "error" in r ? `expected ${r.error} at ${r.at}` : r.at < s.length ? `stopped at ${r.at}` : r.value;
}
console.log(run(expr, "1 + 2 * 3 - 4"), run(expr, "(1 + 2) * (3 - 10) / 3"), run(expr, "7"), run(expr, "1 +"), run(expr, "(1"), run(expr, "x"));
console.log(run(sepBy(number, token(text(","))), "1, 2,3"), run(sepBy(number, token(text(","))), ""), run(sexp, "(add 1 (mul x 20) ())"), run(sexp, "(a (b)"));
