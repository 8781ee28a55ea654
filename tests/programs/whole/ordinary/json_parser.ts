// A JSON parser and printer, with positions in its errors, checked against the built-in ones.
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

class JsonError extends SyntaxError {
  constructor(message: string, readonly line: number, readonly column: number) {
    super(`${message} (${line}:${column})`);
  }
}

class JsonParser {
  private position = 0;
  private depth = 0;

  constructor(private readonly text: string, private readonly maxDepth = 50) {}

  static parse(text: string): Json {
    const parser = new JsonParser(text);
    parser.skip();
    const value = parser.value();
    parser.skip();
    if (parser.position < text.length) parser.fail("unexpected text after the value");
    return value;
  }

  private fail(message: string): never {
    let line = 1;
    let column = 1;
    for (let i = 0; i < this.position; i++) {
      if (this.text[i] === "\n") {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    throw new JsonError(message, line, column);
  }

  private skip(): void {
    while (this.position < this.text.length && " \t\r\n".includes(this.text[this.position])) this.position++;
  }

  private value(): Json {
    const c = this.text[this.position];
    if (c === undefined) return this.fail("unexpected end");
    if (++this.depth > this.maxDepth) this.fail("too deep");
    try {
      if (c === "{") return this.object();
      if (c === "[") return this.array();
      if (c === '"') return this.string();
      if (c === "-" || (c >= "0" && c <= "9")) return this.number();
      return this.word();
    } finally {
      this.depth--;
    }
  }

  private object(): { [key: string]: Json } {
    const result: { [key: string]: Json } = {};
    this.position++;
    this.skip();
    if (this.take("}")) return result;
    for (;;) {
      this.skip();
      if (this.text[this.position] !== '"') this.fail("expected a name");
      const key = this.string();
      this.skip();
      if (!this.take(":")) this.fail("expected ':'");
      this.skip();
      result[key] = this.value();
      this.skip();
      if (this.take("}")) return result;
      if (!this.take(",")) this.fail("expected ',' or '}'");
    }
  }

  private array(): Json[] {
    const result: Json[] = [];
    this.position++;
    this.skip();
    if (this.take("]")) return result;
    for (;;) {
      this.skip();
      result.push(this.value());
      this.skip();
      if (this.take("]")) return result;
      if (!this.take(",")) this.fail("expected ',' or ']'");
    }
  }

  private take(c: string): boolean {
    if (this.text[this.position] !== c) return false;
    this.position++;
    return true;
  }

  private static readonly escapes: Readonly<Record<string, string>> = {
    '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t",
  };

  private string(): string {
    let result = "";
    this.position++;
    for (;;) {
      const c = this.text[this.position++];
      if (c === undefined) return this.fail("string without end");
      if (c === '"') return result;
      if (c < " ") {
        this.position--;
        this.fail("control character in string");
      }
      if (c !== "\\") {
        result += c;
        continue;
      }
      const escape = this.text[this.position++];
      if (escape === "u") {
        const digits = this.text.slice(this.position, this.position + 4);
        const code = parseInt(digits, 16);
        if (digits.length < 4 || code.toString(16).padStart(4, "0") !== digits.toLowerCase()) this.fail("bad \\u escape");
        result += String.fromCharCode(code);
        this.position += 4;
      } else {
        const meaning = JsonParser.escapes[escape];
        if (meaning === undefined) this.fail(`bad escape \\${escape}`);
        result += meaning;
      }
    }
  }

  private number(): number {
    const start = this.position;
    this.take("-");
    if (!this.take("0")) this.digits();
    if (this.take(".")) this.digits();
    if (this.take("e") || this.take("E")) {
      if (!this.take("+")) this.take("-");
      this.digits();
    }
    return Number(this.text.slice(start, this.position));
  }

  private digits(): void {
    const start = this.position;
    while (this.text[this.position] >= "0" && this.text[this.position] <= "9") this.position++;
    if (this.position === start) this.fail("expected a digit");
  }

  private word(): boolean | null {
    const words: [string, boolean | null][] = [["true", true], ["false", false], ["null", null]];
    for (const [word, value] of words) {
      if (!this.text.startsWith(word, this.position)) continue;
      this.position += word.length;
      return value;
    }
    return this.fail(`unexpected '${this.text[this.position]}'`);
  }
}

function print(value: Json, indent = 0, level = 0): string {
  const open = indent ? "\n" + " ".repeat(indent * (level + 1)) : "";
  const close = indent ? "\n" + " ".repeat(indent * level) : "";
  if (value === null || typeof value === "boolean" || typeof value === "number") return String(value);
  if (typeof value === "string") return quote(value);
  const parts = Array.isArray(value)
    ? value.map((v) => print(v, indent, level + 1))
    : Object.entries(value).map(([k, v]) => `${quote(k)}:${indent ? " " : ""}${print(v, indent, level + 1)}`);
  const [left, right] = Array.isArray(value) ? "[]" : "{}";
  return parts.length === 0 ? left + right : left + open + parts.join("," + open) + close + right;
}

function quote(text: string): string {
  let result = '"';
  for (const c of text) {
    if (c === '"' || c === "\\") result += "\\" + c;
    else if (c === "\n") result += "\\n";
    else if (c === "\t") result += "\\t";
    else if (c < " ") result += "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0");
    else result += c;
  }
  return result + '"';
}

const sample = `
{
  "name": "sample \\"quoted\\" \\u00e9\\n",
  "list": [1, -2.5, 3e2, 0.1E-1, []],
  "nested": { "empty": {}, "flag": true, "none": null, "deep": [[["x"]]] },
  "": 0
}`;
const parsed = JsonParser.parse(sample);
console.log(parsed);
console.log(print(parsed) === JSON.stringify(parsed), print(parsed, 2) === JSON.stringify(parsed, null, 2));
console.log(print(parsed, 2));
for (const text of ["1", '"a\\tb"', "[]", "{}", " true ", "[1,2,[3]]", '{"a":{"b":[null]}}']) {
  console.log(print(JsonParser.parse(text)) === JSON.stringify(JSON.parse(text)));
}
for (const bad of ["", "{", "[1,]", '{"a" 1}', '{a:1}', "01", "1.", "-", "tru", '"abc', '"\\x"', '"\\u12"', "[1\n2]", '{"a":1,\n\n  b}', "[".repeat(60), '"\n"', "1 2"]) {
  try {
    console.log(print(JsonParser.parse(bad)));
  } catch (e) {
    console.log(e instanceof JsonError ? `${e.name}: ${e.message}` : e);
  }
}
