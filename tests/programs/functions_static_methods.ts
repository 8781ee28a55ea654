class Parser {
  static #made = 0;
  static parse(text: string): number { Parser.#made++; return parseInt(text, 10); }
  static compare(a: number, b: number): number { return Parser.#sign(a - b); }
  static #sign(n: number): number { return Math.sign(n); }
  static async later(n: number): Promise<number> { await sleep(1); return n * 2; }
  static readonly all: ((a: number, b: number) => number)[] = [Parser.compare, Parser.#add];
  static #add(a: number, b: number): number { return a + b; }
  static get made(): number { return Parser.#made; }
}
class Sub extends Parser { static twice(f: (n: number) => number, n: number): number { return f(f(n)); } }
console.log(["3", "1", "20"].map(Parser.parse).sort(Parser.compare).join(), Parser.made);
const parse = Parser.parse;
console.log(parse("42") + Sub.parse("1"), typeof Parser.parse, typeof Sub.compare, parse === Parser.parse, Sub.parse === parse);
const later: ((n: number) => Promise<number>)[] = [Parser.later, Sub.later];
console.log((await Promise.all(later.map((f, i) => f(i + 1)))).join(), Parser.all.map(f => f(5, 7)).join());
console.log([1, 2].map(n => Sub.twice(m => m + n, 0)).join());
