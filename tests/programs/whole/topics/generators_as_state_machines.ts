function* trafficLight(): Generator<string, never, "tick" | "reset" | undefined> {
  for (;;) {
    restart: for (const [color, ticks] of [["green", 2], ["yellow", 1], ["red", 3]] as const) {
      for (let t = 0; t < ticks; t++) {
        const command = yield `${color}${t}`;
        if (command === "reset") break restart;
      }
    }
  }
}
const light = trafficLight();
console.log(["tick", "tick", "tick", "tick", "reset", "tick", "tick"].map((c) => light.next(c as "tick").value).join(" "));
type Token = { type: "num" | "op"; text: string };
function* lexer(source: string): Generator<Token> {
  let text = "";
  for (const c of source + " ") {
    if (c >= "0" && c <= "9") { text += c; continue; }
    if (text) { yield { type: "num", text }; text = ""; }
    if (c !== " ") yield { type: "op", text: c };
  }
}
console.log([...lexer("12+3 * 45")].map((t) => `${t.type}:${t.text}`).join(" "));
function* rpn(): Generator<number, void, Token | undefined> {
  const stack: number[] = [];
  for (;;) {
    const t: Token | undefined = yield stack.at(-1) ?? NaN;
    if (!t) return;
    if (t.type === "num") stack.push(Number(t.text));
    else { const b = stack.pop()!, a = stack.pop()!; stack.push(t.text === "+" ? a + b : t.text === "*" ? a * b : a - b); }
  }
}
const calc = rpn();
calc.next();
for (const t of lexer("3 4 + 5 * 1 -")) console.log(t.text, calc.next(t).value);
console.log(calc.next().done);
function* idMaker(prefix: string) { let reset: boolean | undefined; for (let i = 1; ; i = reset ? 1 : i + 1) reset = yield prefix + i; }
const ids = idMaker("id");
console.log(ids.next().value, ids.next().value, ids.next(true).value, ids.next().value, ids.return(), ids.next());
function* bracket(): Generator<string, string, string> { let depth = 0; let c = yield "start"; while (c !== "") { if (c === "(") depth++; else if (c === ")" && --depth < 0) return "unbalanced"; c = yield `depth ${depth}`; } return depth === 0 ? "balanced" : "open"; }
const check = (s: string) => { const g = bracket(); g.next(""); for (const c of s) { const r = g.next(c); if (r.done) return r.value; } return g.next("").value; };
console.log(check("(())"), check("(()"), check("())("), check(""));
function* multi(): Generator<number> { try { yield 1; try { yield 2; } finally { yield 3; } } finally { yield 4; } }
const a = multi(); a.next(); a.next();
console.log(a.return(99), a.next(), a.next(), a.next());
const b = multi(); b.next();
console.log(b.throw ? (() => { try { return [b.throw("x"), b.next()]; } catch (e) { return e; } })() : 0);
const rng = (function* (seed: number): Generator<number, never> { for (;;) { seed = (seed * 48271) % 2147483647; yield seed % 6 + 1; } })(7);
console.log(Array.from({ length: 10 }, () => rng.next().value).join(""));
