// An interpreter of a small language: classes, interfaces, enums, switch, errors, optional values.
enum Kind {
  Number,
  Name,
  Operator,
  Open,
  Close,
  End,
}
class Token {
  constructor(
    readonly kind: Kind,
    readonly text: string,
    readonly place: number,
  ) {}
}
class SyntaxProblem extends Error {
  constructor(
    message: string,
    readonly place: number,
  ) {
    super(`${message} at ${place}`);
    this.name = "SyntaxProblem";
  }
}
class Scope {
  private names: string[] = [];
  private values: number[] = [];
  constructor(private readonly parent: Scope | null) {}
  find(name: string): number | undefined {
    for (let i = 0; i < this.names.length; i++) {
      if (this.names[i] === name) return this.values[i];
    }
    return this.parent?.find(name);
  }
  set(name: string, value: number): void {
    for (let i = 0; i < this.names.length; i++) {
      if (this.names[i] === name) {
        this.values[i] = value;
        return;
      }
    }
    this.names.push(name);
    this.values.push(value);
  }
}
interface Expression {
  evaluate(scope: Scope): number;
  show(): string;
}
class Literal implements Expression {
  constructor(private value: number) {}
  evaluate(): number {
    return this.value;
  }
  show(): string {
    return String(this.value);
  }
}
class Variable implements Expression {
  constructor(private name: string) {}
  evaluate(scope: Scope): number {
    const value = scope.find(this.name);
    if (value === undefined) throw new ReferenceError(this.name + " is not there");
    return value;
  }
  show(): string {
    return this.name;
  }
}
class Operation implements Expression {
  constructor(
    private operator: string,
    private left: Expression,
    private right: Expression,
  ) {}
  evaluate(scope: Scope): number {
    const a = this.left.evaluate(scope);
    const b = this.right.evaluate(scope);
    switch (this.operator) {
      case "+":
        return a + b;
      case "-":
        return a - b;
      case "*":
        return a * b;
      default:
        if (b === 0) throw new RangeError("division by zero");
        return a / b;
    }
  }
  show(): string {
    return `(${this.left.show()} ${this.operator} ${this.right.show()})`;
  }
}
class Parser {
  private place = 0;
  constructor(private readonly tokens: Token[]) {}
  private get current(): Token {
    return this.tokens[this.place];
  }
  private take(): Token {
    return this.tokens[this.place++];
  }
  parse(): Expression {
    const result = this.sum();
    if (this.current.kind !== Kind.End) {
      throw new SyntaxProblem(`unexpected ${this.current.text}`, this.current.place);
    }
    return result;
  }
  private sum(): Expression {
    let left = this.product();
    while (this.current.text === "+" || this.current.text === "-") {
      const operator = this.take().text;
      left = new Operation(operator, left, this.product());
    }
    return left;
  }
  private product(): Expression {
    let left = this.atom();
    while (this.current.text === "*" || this.current.text === "/") {
      const operator = this.take().text;
      left = new Operation(operator, left, this.atom());
    }
    return left;
  }
  private atom(): Expression {
    const token = this.take();
    switch (token.kind) {
      case Kind.Number:
        return new Literal(token.text.length);
      case Kind.Name:
        return new Variable(token.text);
      case Kind.Open: {
        const inner = this.sum();
        if (this.take().kind !== Kind.Close) throw new SyntaxProblem("no )", token.place);
        return inner;
      }
      default:
        throw new SyntaxProblem("nothing to compute", token.place);
    }
  }
}
function token(kind: Kind, text: string, place: number): Token {
  return new Token(kind, text, place);
}
const scope = new Scope(null);
scope.set("x", 6);
const inner = new Scope(scope);
inner.set("y", 2);
inner.set("y", 3);
const programs: Token[][] = [
  [token(Kind.Name, "x", 0), token(Kind.Operator, "*", 1), token(Kind.Name, "y", 2), token(Kind.End, "", 3)],
  [
    token(Kind.Open, "(", 0),
    token(Kind.Name, "x", 1),
    token(Kind.Operator, "+", 2),
    token(Kind.Number, "111", 3),
    token(Kind.Close, ")", 6),
    token(Kind.Operator, "/", 7),
    token(Kind.Name, "y", 8),
    token(Kind.Operator, "-", 9),
    token(Kind.Number, "1", 10),
    token(Kind.End, "", 11),
  ],
  [token(Kind.Name, "z", 0), token(Kind.End, "", 1)],
  [token(Kind.Operator, "*", 0), token(Kind.End, "", 1)],
  [token(Kind.Name, "x", 0), token(Kind.Name, "y", 1), token(Kind.End, "", 2)],
  [token(Kind.Open, "(", 0), token(Kind.Name, "x", 1), token(Kind.End, "", 2), token(Kind.End, "", 2)],
  [token(Kind.Name, "x", 0), token(Kind.Operator, "/", 1), token(Kind.Number, "", 2), token(Kind.End, "", 3)],
];
for (const tokens of programs) {
  try {
    const expression = new Parser(tokens).parse();
    console.log(expression.show(), "=", expression.evaluate(inner));
  } catch (problem) {
    if (problem instanceof SyntaxProblem) console.log(`${problem}`, problem.place);
    else if (problem instanceof Error) console.log(problem.name + ":", problem.message);
  }
}
