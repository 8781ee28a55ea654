// A small language: tokenizer, parser, and an interpreter with closures, arrays and errors.
type Token = { kind: "number" | "string" | "name" | "keyword" | "symbol" | "end"; text: string; line: number };
const KEYWORDS = new Set(["let", "fn", "if", "else", "while", "return", "true", "false", "nil", "and", "or", "not", "for", "in", "break"]);
const SYMBOLS = ["==", "!=", "<=", ">=", "=>", "..", "+", "-", "*", "/", "%", "<", ">", "=", "(", ")", "{", "}", "[", "]", ",", ";", ".", ":"];

class LanguageError extends Error {
  constructor(kind: string, message: string, readonly line: number) {
    super(`${kind} error in line ${line}: ${message}`);
  }
}

function* tokenize(source: string): Generator<Token> {
  let [i, line] = [0, 1];
  const isWord = (c: string | undefined) => c !== undefined && ((c >= "a" && c <= "z") || (c >= "A" && c <= "Z") || c === "_" || (c >= "0" && c <= "9"));
  scan: while (i < source.length) {
    const c = source[i];
    if (c === "\n") line++;
    if (c === " " || c === "\n" || c === "\t") {
      i++;
      continue;
    }
    if (c === "#") {
      while (i < source.length && source[i] !== "\n") i++;
      continue;
    }
    const start = i;
    if (c >= "0" && c <= "9") {
      while (source[i] >= "0" && source[i] <= "9") i++;
      if (source[i] === "." && source[i + 1] >= "0" && source[i + 1] <= "9") for (i++; source[i] >= "0" && source[i] <= "9"; ) i++;
      yield { kind: "number", text: source.slice(start, i), line };
      continue;
    }
    if (isWord(c)) {
      while (isWord(source[i])) i++;
      const text = source.slice(start, i);
      yield { kind: KEYWORDS.has(text) ? "keyword" : "name", text, line };
      continue;
    }
    if (c === '"') {
      const end = source.indexOf('"', i + 1);
      if (end < 0) throw new LanguageError("syntax", "string without end", line);
      yield { kind: "string", text: source.slice(i + 1, end), line };
      i = end + 1;
      continue;
    }
    for (const symbol of SYMBOLS) {
      if (!source.startsWith(symbol, i)) continue;
      i += symbol.length;
      yield { kind: "symbol", text: symbol, line };
      continue scan;
    }
    throw new LanguageError("syntax", `unexpected '${c}'`, line);
  }
  yield { kind: "end", text: "end", line };
}

interface Base {
  line: number;
}
type Expr = Base &
  (
    | { is: "value"; value: Value }
    | { is: "name"; name: string }
    | { is: "unary"; op: string; of: Expr }
    | { is: "binary"; op: string; left: Expr; right: Expr }
    | { is: "call"; callee: Expr; args: Expr[] }
    | { is: "index"; target: Expr; at: Expr }
    | { is: "list"; items: Expr[] }
    | { is: "object"; entries: [string, Expr][] }
    | { is: "fn"; name: string; params: string[]; body: Stmt[] }
    | { is: "assign"; target: Expr; value: Expr }
  );
type Stmt = Base &
  (
    | { is: "let"; name: string; value: Expr }
    | { is: "expr"; value: Expr }
    | { is: "if"; test: Expr; then: Stmt[]; else: Stmt[] }
    | { is: "while"; test: Expr; body: Stmt[] }
    | { is: "for"; name: string; over: Expr; body: Stmt[] }
    | { is: "return"; value?: Expr }
    | { is: "break" }
  );
type Callable = { name: string; arity: number; call(args: Value[], line: number): Value };
type Value = null | boolean | number | string | Value[] | Map<string, Value> | Callable;

const LEVELS: readonly (readonly string[])[] = [["or"], ["and"], ["==", "!="], ["<", ">", "<=", ">="], [".."], ["+", "-"], ["*", "/", "%"]];

class Parser {
  private readonly tokens: Token[];
  private at = 0;
  constructor(source: string) {
    this.tokens = [...tokenize(source)];
  }
  program(): Stmt[] {
    const out: Stmt[] = [];
    while (this.token.kind !== "end") out.push(this.statement());
    return out;
  }
  private get token() {
    return this.tokens[this.at];
  }
  private is(text: string) {
    return this.token.text === text && (this.token.kind === "symbol" || this.token.kind === "keyword");
  }
  private accept(text: string) {
    if (!this.is(text)) return false;
    this.at++;
    return true;
  }
  private expect(text: string) {
    if (!this.accept(text)) throw new LanguageError("syntax", `expected '${text}', found '${this.token.text}'`, this.token.line);
  }
  private name() {
    const { kind, text, line } = this.token;
    if (kind !== "name") throw new LanguageError("syntax", `expected a name, found '${text}'`, line);
    this.at++;
    return text;
  }
  private block(): Stmt[] {
    this.expect("{");
    const out: Stmt[] = [];
    while (!this.accept("}")) {
      if (this.token.kind === "end") this.expect("}");
      out.push(this.statement());
    }
    return out;
  }
  private statement(): Stmt {
    const { line } = this.token;
    if (this.accept("let")) {
      const name = this.name();
      this.expect("=");
      const value = this.expression();
      this.expect(";");
      return { is: "let", name, value, line };
    }
    if (this.accept("if")) {
      const test = this.expression();
      const then = this.block();
      const rest = this.accept("else") ? (this.is("if") ? [this.statement()] : this.block()) : [];
      return { is: "if", test, then, else: rest, line };
    }
    if (this.accept("while")) return { is: "while", test: this.expression(), body: this.block(), line };
    if (this.accept("for")) {
      const name = this.name();
      this.expect("in");
      return { is: "for", name, over: this.expression(), body: this.block(), line };
    }
    if (this.accept("return")) {
      const value = this.is(";") ? undefined : this.expression();
      this.expect(";");
      return { is: "return", value, line };
    }
    if (this.accept("break")) {
      this.expect(";");
      return { is: "break", line };
    }
    if (this.is("fn") && this.tokens[this.at + 1].kind === "name") {
      const fn = this.primary() as Expr & { is: "fn" };
      return { is: "let", name: fn.name, value: fn, line };
    }
    const value = this.expression();
    this.expect(";");
    return { is: "expr", value, line };
  }
  expression(): Expr {
    const left = this.binary(0);
    const { line } = this.token;
    if (!this.accept("=")) return left;
    if (left.is !== "name" && left.is !== "index") throw new LanguageError("syntax", "cannot assign to this", line);
    return { is: "assign", target: left, value: this.expression(), line };
  }
  private binary(level: number): Expr {
    if (level === LEVELS.length) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const { text: op, line } = this.token;
      if (!LEVELS[level].some((o) => this.is(o))) return left;
      this.at++;
      left = { is: "binary", op, left, right: this.binary(level + 1), line };
    }
  }
  private unary(): Expr {
    const { line } = this.token;
    for (const op of ["-", "not"]) if (this.accept(op)) return { is: "unary", op, of: this.unary(), line };
    let expr = this.primary();
    for (;;) {
      const { line } = this.token;
      if (this.accept("(")) expr = { is: "call", callee: expr, args: this.items(")"), line };
      else if (this.accept("[")) {
        expr = { is: "index", target: expr, at: this.expression(), line };
        this.expect("]");
      } else if (this.accept(".")) expr = { is: "index", target: expr, at: { is: "value", value: this.name(), line }, line };
      else return expr;
    }
  }
  private items(close: string): Expr[] {
    const out: Expr[] = [];
    while (!this.accept(close)) {
      out.push(this.expression());
      if (!this.is(close)) this.expect(",");
    }
    return out;
  }
  private primary(): Expr {
    const { kind, text, line } = this.token;
    this.at++;
    if (kind === "number") return { is: "value", value: Number(text), line };
    if (kind === "string") return { is: "value", value: text, line };
    if (kind === "name") return { is: "name", name: text, line };
    switch (kind === "end" ? "" : text) {
      case "true":
      case "false":
        return { is: "value", value: text === "true", line };
      case "nil":
        return { is: "value", value: null, line };
      case "(": {
        const inner = this.expression();
        this.expect(")");
        return inner;
      }
      case "[":
        return { is: "list", items: this.items("]"), line };
      case "{": {
        const entries: [string, Expr][] = [];
        while (!this.accept("}")) {
          const key = this.name();
          this.expect(":");
          entries.push([key, this.expression()]);
          if (!this.is("}")) this.expect(",");
        }
        return { is: "object", entries, line };
      }
      case "fn": {
        const name = this.token.kind === "name" ? this.name() : "anonymous";
        this.expect("(");
        const params: string[] = [];
        while (!this.accept(")")) {
          params.push(this.name());
          if (!this.is(")")) this.expect(",");
        }
        const body: Stmt[] = this.accept("=>") ? [{ is: "return", value: this.expression(), line }] : this.block();
        return { is: "fn", name, params, body, line };
      }
    }
    throw new LanguageError("syntax", `unexpected '${text}'`, line);
  }
}

class Scope {
  private readonly values = new Map<string, Value>();
  constructor(private readonly outer?: Scope) {}
  declare(name: string, value: Value) {
    this.values.set(name, value);
  }
  find(name: string, line: number): Map<string, Value> {
    if (this.values.has(name)) return this.values;
    if (!this.outer) throw new LanguageError("runtime", `${name} is not defined`, line);
    return this.outer.find(name, line);
  }
}

class Return {
  constructor(readonly value: Value) {}
}
const BREAK = Symbol("break");
const isCallable = (v: Value): v is Callable => typeof v === "object" && v !== null && "call" in v;
const truthy = (v: Value) => v !== null && v !== false;

function text(v: Value, inside = false): string {
  if (v === null) return "nil";
  if (typeof v === "string") return inside ? `"${v}"` : v;
  if (typeof v !== "object") return String(v);
  if (Array.isArray(v)) return `[${v.map((x) => text(x, true)).join(", ")}]`;
  if (v instanceof Map) return `{${[...v].map(([k, x]) => `${k}: ${text(x, true)}`).join(", ")}}`;
  return `<fn ${v.name}>`;
}

class Interpreter {
  readonly output: string[] = [];
  private steps = 0;
  private readonly globals = new Scope();

  constructor(private readonly maxSteps = 20000) {
    const define = (name: string, arity: number, call: (...args: Value[]) => Value) => this.globals.declare(name, { name, arity, call: (args) => call(...args) });
    define("print", -1, (...args) => (this.output.push(args.map((a) => text(a)).join(" ")), null));
    define("len", 1, (v) => (typeof v === "string" || Array.isArray(v) ? v.length : v instanceof Map ? v.size : 0));
    define("push", 2, (list, v) => (Array.isArray(list) && list.push(v), list));
    define("range", 2, (a, b) => Array.from({ length: Math.max(0, Number(b) - Number(a)) }, (_, i) => Number(a) + i));
    define("str", 1, (v) => text(v));
    define("keys", 1, (v) => (v instanceof Map ? [...v.keys()] : []));
  }

  run(source: string): string[] {
    this.block(new Parser(source).program(), this.globals);
    return this.output.splice(0);
  }

  private block(body: readonly Stmt[], scope: Scope): Return | typeof BREAK | undefined {
    for (const statement of body) {
      const result = this.execute(statement, scope);
      if (result !== undefined) return result;
    }
    return undefined;
  }

  private execute(s: Stmt, scope: Scope): Return | typeof BREAK | undefined {
    if (++this.steps > this.maxSteps) throw new LanguageError("runtime", "too many steps", s.line);
    switch (s.is) {
      case "let":
        scope.declare(s.name, this.evaluate(s.value, scope));
        return;
      case "expr":
        this.evaluate(s.value, scope);
        return;
      case "if":
        return this.block(truthy(this.evaluate(s.test, scope)) ? s.then : s.else, new Scope(scope));
      case "while":
        while (truthy(this.evaluate(s.test, scope))) {
          const result = this.block(s.body, new Scope(scope));
          if (result === BREAK) break;
          if (result) return result;
          if (++this.steps > this.maxSteps) throw new LanguageError("runtime", "too many steps", s.line);
        }
        return;
      case "for": {
        const over = this.evaluate(s.over, scope);
        const items: Value[] = typeof over === "string" ? [...over] : over instanceof Map ? [...over.keys()] : Array.isArray(over) ? over : [];
        for (const item of items) {
          const inner = new Scope(scope);
          inner.declare(s.name, item);
          const result = this.block(s.body, inner);
          if (result === BREAK) break;
          if (result) return result;
        }
        return;
      }
      case "return":
        return new Return(s.value ? this.evaluate(s.value, scope) : null);
      case "break":
        return BREAK;
    }
  }

  private evaluate(e: Expr, scope: Scope): Value {
    switch (e.is) {
      case "value":
        return e.value;
      case "name":
        return scope.find(e.name, e.line).get(e.name)!;
      case "list":
        return e.items.map((i) => this.evaluate(i, scope));
      case "object":
        return new Map(e.entries.map(([k, v]) => [k, this.evaluate(v, scope)]));
      case "fn":
        return {
          name: e.name,
          arity: e.params.length,
          call: (args) => {
            const inner = new Scope(scope);
            e.params.forEach((p, i) => inner.declare(p, args[i]));
            const result = this.block(e.body, inner);
            return result instanceof Return ? result.value : null;
          },
        };
      case "unary": {
        const v = this.evaluate(e.of, scope);
        return e.op === "not" ? !truthy(v) : -this.number(v, e.line);
      }
      case "call": {
        const callee = this.evaluate(e.callee, scope);
        if (!isCallable(callee)) throw new LanguageError("runtime", `${text(callee)} is no function`, e.line);
        const args = e.args.map((a) => this.evaluate(a, scope));
        if (callee.arity >= 0 && callee.arity !== args.length) throw new LanguageError("runtime", `${callee.name} takes ${callee.arity} arguments, not ${args.length}`, e.line);
        return callee.call(args, e.line);
      }
      case "index": {
        const [target, at] = [this.evaluate(e.target, scope), this.evaluate(e.at, scope)];
        if (target instanceof Map) return target.get(String(at)) ?? null;
        if ((Array.isArray(target) || typeof target === "string") && typeof at === "number") return target.at(at) ?? null;
        throw new LanguageError("runtime", `cannot index ${text(target)}`, e.line);
      }
      case "assign": {
        const value = this.evaluate(e.value, scope);
        if (e.target.is === "name") scope.find(e.target.name, e.line).set(e.target.name, value);
        else if (e.target.is === "index") {
          const [target, at] = [this.evaluate(e.target.target, scope), this.evaluate(e.target.at, scope)];
          if (target instanceof Map) target.set(String(at), value);
          else if (Array.isArray(target) && typeof at === "number" && at >= 0 && at <= target.length) target[at] = value;
          else throw new LanguageError("runtime", `cannot set ${text(at)} of ${text(target)}`, e.line);
        }
        return value;
      }
      case "binary":
        return this.binary(e, scope);
    }
  }

  private number(v: Value, line: number): number {
    if (typeof v !== "number") throw new LanguageError("runtime", `${text(v, true)} is no number`, line);
    return v;
  }

  private binary(e: Expr & { is: "binary" }, scope: Scope): Value {
    const left = this.evaluate(e.left, scope);
    if (e.op === "and") return truthy(left) ? this.evaluate(e.right, scope) : left;
    if (e.op === "or") return truthy(left) ? left : this.evaluate(e.right, scope);
    const right = this.evaluate(e.right, scope);
    if (e.op === "==") return left === right;
    if (e.op === "!=") return left !== right;
    if (e.op === "..") return text(left) + text(right);
    if (e.op === "+" && Array.isArray(left) && Array.isArray(right)) return [...left, ...right];
    const [a, b] = [this.number(left, e.line), this.number(right, e.line)];
    const operations: Record<string, (a: number, b: number) => Value> = {
      "+": (x, y) => x + y, "-": (x, y) => x - y, "*": (x, y) => x * y, "/": (x, y) => x / y, "%": (x, y) => x % y,
      "<": (x, y) => x < y, ">": (x, y) => x > y, "<=": (x, y) => x <= y, ">=": (x, y) => x >= y,
    };
    return operations[e.op](a, b);
  }
}

const programs = [
  `fn fib(n) { if n < 2 { return n; } return fib(n - 1) + fib(n - 2); }
   for i in range(0, 10) { print(i, fib(i)); }`,
  `fn counter() { let n = 0; return fn () { n = n + 1; return n; }; }
   let a = counter(); let b = counter();
   a(); a();
   print(a(), b(), a == b, a);`,
  `fn map(list, f) { let out = []; for x in list { push(out, f(x)); } return out; }
   let squares = map(range(1, 6), fn (x) => x * x);
   print(squares, len(squares), squares[-1], [1] + [2, "three", nil]);
   squares[0] = "first"; squares[5] = true;
   print(squares);`,
  `let o = { name: "thing", tags: ["a", "b"], nested: { deep: 42 } };
   o.count = 1; o["count"] = o.count + 1;
   print(o, o.nested.deep, o.missing, keys(o));
   for k in o { if k == "tags" { break; } print(k .. "!"); }`,
  `# the sieve
   let primes = []; let n = 2;
   while len(primes) < 10 {
     let ok = true;
     for p in primes { if n % p == 0 { ok = false; break; } }
     if ok { push(primes, n); } else if n > 100 { break; }
     n = n + 1;
   }
   print(primes, not true, 1 < 2 and "yes" or "no", nil or "default", -3 + 10 / 4);`,
  `print("a" .. 1 .. nil .. [1]); let x = 5; { };`,
  `print(undefined_name);`,
  `let x = 1;\nlet y = "s";\nprint(x + y);`,
  `fn f(a, b) => a; f(1);`,
  `5();`,
  `while true { }`,
  `let = 5;`,
  `print("open`,
  `1 = 2;`,
  `fn f() { return 1;`,
  `print(@);`,
];
for (const [i, source] of programs.entries()) {
  const interpreter = new Interpreter();
  try {
    for (const line of interpreter.run(source)) console.log(`${i}: ${line}`);
  } catch (e) {
    if (!(e instanceof LanguageError)) throw e;
    for (const line of interpreter.output) console.log(`${i}: ${line}`);
    console.log(`${i}: ${e.message} (${e.line})`);
  }
}
