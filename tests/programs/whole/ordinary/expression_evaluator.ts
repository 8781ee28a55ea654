// Evaluates arithmetic expressions: a lexer, a parser with precedence climbing, variables and functions.
type TokenKind = "number" | "name" | "operator" | "paren" | "comma" | "end";
interface Token {
  kind: TokenKind;
  text: string;
  position: number;
}

class ExpressionError extends Error {
  constructor(message: string, readonly position: number) {
    super(`${message} at ${position}`);
    this.name = "ExpressionError";
  }
}

const isDigit = (c: string) => c >= "0" && c <= "9";
const isLetter = (c: string) => (c >= "a" && c <= "z") || (c >= "A" && c <= "Z") || c === "_";

function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let i = 0;
  while (i < source.length) {
    const c = source[i];
    const start = i;
    if (c === " ") {
      i++;
      continue;
    }
    if (isDigit(c) || (c === "." && isDigit(source[i + 1] ?? ""))) {
      while (i < source.length && (isDigit(source[i]) || source[i] === ".")) i++;
      if (source[i] === "e" && (isDigit(source[i + 1] ?? "") || source[i + 1] === "-")) {
        i += 2;
        while (i < source.length && isDigit(source[i])) i++;
      }
      tokens.push({ kind: "number", text: source.slice(start, i), position: start });
    } else if (isLetter(c)) {
      while (i < source.length && (isLetter(source[i]) || isDigit(source[i]))) i++;
      tokens.push({ kind: "name", text: source.slice(start, i), position: start });
    } else if ("+-*/^%=".includes(c)) {
      i++;
      tokens.push({ kind: "operator", text: c, position: start });
    } else if (c === "(" || c === ")") {
      i++;
      tokens.push({ kind: "paren", text: c, position: start });
    } else if (c === ",") {
      i++;
      tokens.push({ kind: "comma", text: c, position: start });
    } else {
      throw new ExpressionError(`unexpected '${c}'`, start);
    }
  }
  tokens.push({ kind: "end", text: "", position: source.length });
  return tokens;
}

type Node =
  | { type: "literal"; value: number }
  | { type: "variable"; name: string; position: number }
  | { type: "unary"; operator: string; operand: Node }
  | { type: "binary"; operator: string; left: Node; right: Node }
  | { type: "call"; name: string; arguments: Node[]; position: number }
  | { type: "assign"; name: string; value: Node };

const PRECEDENCE: Record<string, number> = { "+": 1, "-": 1, "*": 2, "/": 2, "%": 2, "^": 4 };

class Parser {
  private at = 0;
  private readonly tokens: Token[];

  constructor(source: string) {
    this.tokens = tokenize(source);
  }

  parse(): Node {
    const [name, equals] = this.tokens;
    if (name.kind === "name" && equals.text === "=") {
      this.at = 2;
      return { type: "assign", name: name.text, value: this.whole() };
    }
    return this.whole();
  }

  private whole(): Node {
    const node = this.expression(0);
    if (this.peek().kind !== "end") throw this.error(`unexpected '${this.peek().text}'`);
    return node;
  }

  private peek(): Token {
    return this.tokens[this.at];
  }

  private next(): Token {
    return this.tokens[this.at++];
  }

  private error(message: string): ExpressionError {
    return new ExpressionError(message, this.peek().position);
  }

  private expression(minimum: number): Node {
    let left = this.unary();
    for (;;) {
      const { kind, text } = this.peek();
      const precedence = PRECEDENCE[text];
      if (kind !== "operator" || precedence === undefined || precedence < minimum) return left;
      this.next();
      const right = this.expression(text === "^" ? precedence : precedence + 1);
      left = { type: "binary", operator: text, left, right };
    }
  }

  private unary(): Node {
    const { kind, text } = this.peek();
    if (kind === "operator" && (text === "-" || text === "+")) {
      this.next();
      return { type: "unary", operator: text, operand: this.expression(3) };
    }
    return this.primary();
  }

  private primary(): Node {
    const token = this.next();
    switch (token.kind) {
      case "number": {
        const value = Number(token.text);
        if (Number.isNaN(value)) throw new ExpressionError(`bad number ${token.text}`, token.position);
        return { type: "literal", value };
      }
      case "name":
        if (this.peek().text !== "(") return { type: "variable", name: token.text, position: token.position };
        this.next();
        return { type: "call", name: token.text, arguments: this.list(), position: token.position };
      case "paren":
        if (token.text === "(") {
          const inner = this.expression(0);
          this.expect(")");
          return inner;
        }
      // falls through
      default:
        this.at--;
        throw this.error(token.kind === "end" ? "unexpected end" : `unexpected '${token.text}'`);
    }
  }

  private list(): Node[] {
    const result: Node[] = [];
    if (this.peek().text === ")") {
      this.next();
      return result;
    }
    do result.push(this.expression(0));
    while (this.peek().kind === "comma" && this.next());
    this.expect(")");
    return result;
  }

  private expect(text: string): void {
    if (this.peek().text !== text) throw this.error(`expected '${text}'`);
    this.next();
  }
}

type Fn = (...args: number[]) => number;

class Calculator {
  readonly variables = new Map<string, number>([
    ["pi", Math.PI],
    ["answer", 42],
  ]);
  private readonly functions: Record<string, Fn> = {
    max: Math.max,
    min: Math.min,
    sqrt: Math.sqrt,
    sum: (...ns) => ns.reduce((a, b) => a + b, 0),
    clamp: (n, low = 0, high = 1) => Math.min(Math.max(n, low), high),
  };

  run(source: string): number {
    return this.evaluate(new Parser(source).parse());
  }

  private evaluate(node: Node): number {
    switch (node.type) {
      case "literal":
        return node.value;
      case "variable": {
        const value = this.variables.get(node.name);
        if (value === undefined) throw new ExpressionError(`unknown variable ${node.name}`, node.position);
        return value;
      }
      case "unary":
        return node.operator === "-" ? -this.evaluate(node.operand) : this.evaluate(node.operand);
      case "binary":
        return this.apply(node.operator, this.evaluate(node.left), this.evaluate(node.right));
      case "call": {
        const f = this.functions[node.name];
        if (!f) throw new ExpressionError(`unknown function ${node.name}`, node.position);
        return f(...node.arguments.map((a) => this.evaluate(a)));
      }
      case "assign": {
        const value = this.evaluate(node.value);
        this.variables.set(node.name, value);
        return value;
      }
    }
  }

  private apply(operator: string, a: number, b: number): number {
    switch (operator) {
      case "+": return a + b;
      case "-": return a - b;
      case "*": return a * b;
      case "/": return a / b;
      case "%": return a % b;
      case "^": return a ** b;
      default: throw new Error(`no operator ${operator}`);
    }
  }
}

function show(node: Node): string {
  switch (node.type) {
    case "literal": return String(node.value);
    case "variable": return node.name;
    case "unary": return `(${node.operator}${show(node.operand)})`;
    case "binary": return `(${show(node.left)} ${node.operator} ${show(node.right)})`;
    case "call": return `${node.name}(${node.arguments.map(show).join(", ")})`;
    case "assign": return `${node.name} = ${show(node.value)}`;
  }
}

const calculator = new Calculator();
const inputs = [
  "1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "10 % 4 - -3", "x = 5", "y = x * 2 + answer", "x * y",
  "max(1, x, y) / 4", "sum()", "clamp(5)", "clamp(5, 0, 3)", "sqrt(2) * sqrt(2)", "1e3 + .5", "1 / 0",
  "2 +", "(1", "1 $ 2", "foo", "bar(1)", "1 2", ")", "1.2.3", "max(1,)",
];
for (const input of inputs) {
  try {
    console.log(`${show(new Parser(input).parse())} => ${calculator.run(input)}`);
  } catch (e) {
    if (!(e instanceof ExpressionError)) throw e;
    console.log(`${input} => ${e.name}: ${e.message}`);
  }
}
console.log([...calculator.variables.keys()].join(" "));
