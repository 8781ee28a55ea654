// A unit of a text compared with a letter, of texts of all kinds, outside of them, and where the type is wrong.
function count(text: string, from: number, to: number): string {
  let a = 0, b = 0, c = 0, d = 0, wide = 0;
  for (let i = from; i < to; i++) {
    if (text[i] === "a") a++;
    if ("b" !== text[i]) b++;
    if (text[i] == "\u20ac") wide++;
    c += text[i] != "\ud83d" ? 1 : 100;
    d = text[i + 0.5] === "a" || text[i] === "ab" || text[-i] === "" ? d : d + 1;
  }
  return `${a} ${b} ${c} ${d} ${wide}`;
}
const texts = ["abcabc", "", "\u20aca\u20acb", "\ud83d\ude00a\ud83d", "x".repeat(50) + "a".repeat(50), "a" + "bcd".repeat(300) + "\u20ac"];
for (const text of texts) console.log(count(text, -2, text.length + 2), count(text.slice(1, 40), 0, 50));
let built = "";
for (let i = 0; i < 100; i++) { built += i % 3 ? "a" : "\u00e9"; if (built[i] === "a" && built[i - 1] === "\u00e9") built += ""; }
console.log(count(built, 0, 120));

function first(text: string): unknown { return [text[0] === "a", text["0" as any] === "a", text[0] !== "a", "a" == text[1 - 1]]; }
for (const item of ["abc", ["a"], [new String("a")], { 0: "a" }, 5, [, 1], new Uint8Array(1), true, Symbol("a"), new String("abc")] as any[]) {
  console.log(JSON.stringify(first(item)));
}
for (const item of [undefined, null] as any[]) {
  try { console.log(first(item)); } catch (error) { console.log((error as Error).message); }
}
const counting = { get 0() { console.log("read"); return "a"; } };
console.log(first(counting as any));
class Scanner {
  place = 0;
  constructor(private text: string) {}
  skip(): number { while (this.text[this.place] === " ") this.place++; return this.place; }
  word(): string { const start = this.skip(); while (this.text[this.place] !== " " && this.place < this.text.length) this.place++; return this.text.slice(start, this.place); }
}
const scanner = new Scanner("  some words   here ");
console.log([scanner.word(), scanner.word(), scanner.word(), scanner.word(), scanner.place]);
