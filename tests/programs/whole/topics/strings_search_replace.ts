const s = "the cat sat on the mat";
console.log(s.indexOf("the"), s.indexOf("the", 1), s.lastIndexOf("the"), s.lastIndexOf("the", 14), s.indexOf("dog"), s.lastIndexOf("t", -5));
console.log(s.includes("cat"), s.includes("cat", 5), s.startsWith("the"), s.startsWith("cat", 4), s.endsWith("mat"), s.endsWith("cat", 7), s.includes(""));
console.log(s.replace("the", "a"), "|", s.replaceAll("the", "a"), "|", s.replace("zzz", "x"), "|", s.replaceAll("t", ""));
console.log(s.replace("cat", (m, at, all) => `${m.toUpperCase()}@${at}/${all.length}`), s.replaceAll("at", (m, at) => at + ""));
console.log("price".replace("price", "$$5"), "ab".replace("a", "[$&]"), "abc".replace("b", "$'$`"), "x".replace("x", "$1$0"), "aaa".replaceAll("a", "$&b"));
function count(text: string, part: string) {
  let n = 0;
  for (let i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + part.length)) n++;
  return n;
}
console.log(count(s, "at"), count("aaaa", "aa"), count("", "x"));
function between(text: string, open: string, close: string): string[] {
  const found: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf(open, at);
    if (start < 0) return found;
    const end = text.indexOf(close, start + open.length);
    if (end < 0) return found;
    found.push(text.slice(start + open.length, end));
    at = end + close.length;
  }
}
console.log(between("a {b} c {d e} {f", "{", "}"));
const fill = (template: string, values: Record<string, unknown>) => between(template, "{{", "}}").reduce((t, k) => t.replaceAll(`{{${k}}}`, String(values[k] ?? "?")), template);
console.log(fill("{{a}} and {{b}} and {{a}} {{c}}", { a: 1, b: "two" }));
const vowels = [..."education"].filter((c) => "aeiou".includes(c));
console.log(vowels.join(""), vowels.length, "abc".search as any === undefined, "banana".lastIndexOf("an"), "a.b.c".replaceAll(".", "/"));
const isPalindrome = (t: string) => {
  const clean = [...t.toLowerCase()].filter((c) => c >= "a" && c <= "z").join("");
  return clean === [...clean].reverse().join("");
};
console.log(isPalindrome("A man, a plan, a canal: Panama"), isPalindrome("nope"));
