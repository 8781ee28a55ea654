type Matcher = (s: string, i: number, k: (j: number) => boolean) => boolean;
const lit = (t: string): Matcher => (s, i, k) => s.startsWith(t, i) && k(i + t.length);
const any: Matcher = (s, i, k) => i < s.length && k(i + 1);
const set = (test: (c: string) => boolean): Matcher => (s, i, k) => i < s.length && test(s[i]) && k(i + 1);
const seq = (...ms: Matcher[]): Matcher => (s, i, k) => { const go = (n: number, j: number): boolean => (n === ms.length ? k(j) : ms[n](s, j, (x) => go(n + 1, x))); return go(0, i); };
const alt = (...ms: Matcher[]): Matcher => (s, i, k) => ms.some((m) => m(s, i, k));
const star = (m: Matcher): Matcher => (s, i, k) => m(s, i, (j) => j > i && star(m)(s, j, k)) || k(i);
const opt = (m: Matcher) => alt(m, (_, i, k) => k(i));
function compile(p: string): Matcher {
  let i = 0;
  const alternatives = (): Matcher => { const out = [sequence()]; while (p[i] === "|") { i++; out.push(sequence()); } return out.length > 1 ? alt(...out) : out[0]; };
  const sequence = (): Matcher => { const out: Matcher[] = []; while (i < p.length && p[i] !== "|" && p[i] !== ")") out.push(item()); return seq(...out); };
  const item = (): Matcher => { const m = atom(); switch (p[i]) { case "*": i++; return star(m); case "+": i++; return seq(m, star(m)); case "?": i++; return opt(m); default: return m; } };
  const atom = (): Matcher => {
    const c = p[i++];
    switch (c) {
      case ".": return any;
      case "(": { const m = alternatives(); if (p[i++] !== ")") throw new SyntaxError("expected )"); return m; }
      case "[": { const negated = p[i] === "^" && !!i++; const ranges: [string, string][] = []; while (p[i] !== "]") { if (i >= p.length) throw new SyntaxError("expected ]"); const a = p[i++]; if (p[i] === "-" && p[i + 1] !== "]") { ranges.push([a, p[i + 1]]); i += 2; } else ranges.push([a, a]); } i++; return set((x) => ranges.some(([a, b]) => x >= a && x <= b) !== negated); }
      case "\\": { const e = p[i++]; return e === "d" ? set((x) => x >= "0" && x <= "9") : e === "w" ? set((x) => x === "_" || x.toLowerCase() !== x.toUpperCase() || (x >= "0" && x <= "9")) : lit(e); }
      case "*": case "+": case "?": throw new SyntaxError(`nothing to repeat at ${i - 1}`);
      default: return lit(c);
    }
  };
  const m = alternatives();
  if (i < p.length) throw new SyntaxError(`stopped at ${i}`);
  return m;
}
const matches = (p: string, s: string) => compile(p)(s, 0, (j) => j === s.length);
const find = (p: string, s: string): string | null => { const m = compile(p); for (let i = 0; i <= s.length; i++) { let end = -1; if (m(s, i, (j) => ((end = j), true))) return s.slice(i, end); } return null; };
for (const [p, s] of [["a*b", "aaab"], ["a*b", "aaac"], ["(ab|cd)+", "abcdab"], ["[a-c]+[^a-c]", "abcd"], ["\\d+(\\.\\d+)?", "3.14"], ["\\d+(\\.\\d+)?", "3."], ["a?b?c?", ""], ["(a*)*b", "aaaaaaaa"], ["x.*y", "x--y--y"], ["\\*\\\\", "*\\"], ["(a|b|)c", "c"]]) console.log(p, s, matches(p, s));
console.log(find("\\w+@\\w+", "mail bob@host now"), find("b*", "aab"), find("z", "abc"), find("o.", "foo bar"));
for (const bad of ["*a", "(a", "[a", "a)"]) { try { compile(bad); } catch (e) { console.log(`${e}`); } }
const glob = (pattern: string, path: string): boolean => { const [p, ...ps] = pattern, [c, ...cs] = path; if (p === undefined) return c === undefined; if (p === "*") return glob(ps.join(""), path) || (c !== undefined && c !== "/" && glob(pattern, cs.join(""))); return c !== undefined && (p === "?" || p === c) && glob(ps.join(""), cs.join("")); };
console.log(glob("*.ts", "a.ts"), glob("*.ts", "d/a.ts"), glob("d/?.t*", "d/a.ts"), glob("", ""), glob("a*c*e", "abcde"));
