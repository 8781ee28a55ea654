let s = "";
for (let i = 0; i < 1000; i++) s += i;
console.log(s.length, s.slice(0, 20), s.slice(-10), s.charCodeAt(1500));
const parts: string[] = [];
for (let i = 0; i < 100; i++) parts.push(`<${i}>`);
const joined = parts.join("");
console.log(joined.length, joined.indexOf("<42>"));
let reversed = "";
for (const c of "stressed") reversed = c + reversed;
console.log(reversed);
class StringBuilder {
  #parts: string[] = [];
  append(...values: unknown[]) {
    for (const v of values) this.#parts.push(String(v));
    return this;
  }
  line(text = "") {
    return this.append(text, "\n");
  }
  toString() {
    return this.#parts.join("");
  }
}
const b = new StringBuilder().append("a", 1, true, null).line().line("x").append([1, 2]);
console.log(`${b}`);
function table(rows: (string | number)[][]): string {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((r) => String(r[i]).length)));
  return rows.map((r) => r.map((c, i) => (typeof c === "number" ? String(c).padStart(widths[i]) : c.padEnd(widths[i]))).join(" | ")).join("\n");
}
console.log(table([["name", "qty"], ["apple", 3], ["fig", 12345]]));
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line += (line && " ") + word;
  }
  return line ? [...lines, line] : lines;
}
console.log(wrap("the quick brown fox jumps over the lazy dog", 12));
let doubled = "ab";
for (let i = 0; i < 12; i++) doubled += doubled;
let h = 0;
for (let i = 0; i < doubled.length; i++) h = (h * 31 + doubled.charCodeAt(i)) | 0;
console.log(doubled.length, h);
console.log("a" + 1 + 2, 1 + 2 + "a", "a" + (1 + 2), "x" + null + undefined + true + [1] + {}, "5" + 5, +"5" + 5);
