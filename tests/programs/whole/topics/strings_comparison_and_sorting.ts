const list = ["banana", "Apple", "cherry", "apple", "10", "9", "éclair", "zoo", "Zoo", ""];
console.log([...list].sort(), [...list].sort((a, b) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)));
console.log("a" < "b", "a" < "B", "apple" < "apples", "10" < "9", "" < " ", "é" > "z", "a" === "a", "a" == ("a" as string), "A".toLowerCase() === "a");
console.log("a".localeCompare("b"), "b".localeCompare("a"), "a".localeCompare("a"), "a".localeCompare("B") < 0, ["b", "a", "c"].sort((x, y) => y.localeCompare(x)));
const natural = (a: string, b: string): number => {
  const parts = (s: string) => { const out: (string | number)[] = []; for (const c of s) { const last = out.at(-1); const d = c >= "0" && c <= "9"; if (d && typeof last === "number") out[out.length - 1] = last * 10 + +c; else if (!d && typeof last === "string") out[out.length - 1] = last + c; else out.push(d ? +c : c); } return out; };
  const [x, y] = [parts(a), parts(b)];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const [p, q] = [x[i], y[i]];
    if (p === q) continue;
    return typeof p === "number" && typeof q === "number" ? p - q : String(p) < String(q) ? -1 : 1;
  }
  return x.length - y.length;
};
console.log(["file10", "file2", "file1", "a", "file2b"].sort(natural));
const versions = ["1.10.0", "1.2.0", "1.2", "2.0", "1.2.10"];
console.log(versions.sort((a, b) => { const [x, y] = [a, b].map((v) => v.split(".").map(Number)); for (let i = 0; i < 3; i++) { const d = (x[i] ?? 0) - (y[i] ?? 0); if (d) return d; } return a.length - b.length; }));
const max = list.reduce((a, b) => (b > a ? b : a));
console.log(max, Math.min(..."3,1,2".split(",").map(Number)), ["b", "a"].toString(), ["x", "X"].map((s) => s.codePointAt(0)));
const caseless = new Map<string, string[]>();
for (const s of list) { const k = s.toLowerCase(); caseless.set(k, [...(caseless.get(k) ?? []), s]); }
console.log([...caseless.values()].filter((v) => v.length > 1), list.filter((s) => s && s === s.toLowerCase() && s !== s.toUpperCase()));
console.log("same".split("").sort().join(""), "hello" > "help", "😀" > "z", "\u{10000}" > "\uffff", "a\0b" > "a", "a".repeat(100) < "a".repeat(101));
