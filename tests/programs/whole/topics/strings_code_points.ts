const s = "añ😀漢";
console.log(s.length, [...s].length, [...s], s.split("").length);
for (let i = 0; i < s.length; i++) console.log(i, s.charCodeAt(i).toString(16), s.codePointAt(i)!.toString(16));
console.log(String.fromCodePoint(...[...s].map((c) => c.codePointAt(0)!)) === s, String.fromCharCode(0xd83d, 0xde00));
console.log([...s].reverse().join(""), s.slice(0, 2), s.slice(2, 4), s.at(-1), s.indexOf("😀"), s.includes("漢"));
console.log("\u{1F468}\u200D\u{1F469}".length, [..."\u{1F468}\u200D\u{1F469}"].length, "e\u0301".length);
const utf8 = (text: string): number[] => [...text].flatMap((c) => {
  const p = c.codePointAt(0)!;
  if (p < 0x80) return [p];
  if (p < 0x800) return [0xc0 | (p >> 6), 0x80 | (p & 63)];
  if (p < 0x10000) return [0xe0 | (p >> 12), 0x80 | ((p >> 6) & 63), 0x80 | (p & 63)];
  return [0xf0 | (p >> 18), 0x80 | ((p >> 12) & 63), 0x80 | ((p >> 6) & 63), 0x80 | (p & 63)];
});
console.log(utf8(s).map((b) => b.toString(16)).join(" "));
console.log("A".charCodeAt(0), "a".charCodeAt(0) - 97, String.fromCharCode(65 + 25), "Z" < "a", "é" > "z", "10" > "9", "😀" > "漢");
const rot13 = (t: string) => [...t].map((c) => {
  const base = c >= "a" && c <= "z" ? 97 : c >= "A" && c <= "Z" ? 65 : 0;
  return base ? String.fromCharCode(((c.charCodeAt(0) - base + 13) % 26) + base) : c;
}).join("");
console.log(rot13("Hello, World!"), rot13(rot13("Round Trip")));
console.log("\u0000".length, "\t".charCodeAt(0), "\v\f\b".length, "\x7f".charCodeAt(0), "\u2028".length, JSON.stringify("\u2028\u0007"));
console.log("STRASSE".toLowerCase(), "straße".toUpperCase(), "ΑΣ".toLowerCase(), "ǆ".toUpperCase(), "ﬁ".toUpperCase());
console.log("😀".isWellFormed(), "\ude00x".isWellFormed(), "\ud83dx".toWellFormed() === "\ufffdx");
