// Patterns that begin with loops, with few units, with boundaries, and with assertions: what is skipped is no match.
const text = "aaab aab ab b bob@example.com x.y-z@a.b fooBar BarFoo 2024-05-17 10.0.0.1 999.1.2.3.4 end. Zürich, naïve";
const wide = text + " Σίσυφος αβγ αβ. 日本語 😀😀a";
const patterns = [
  /a+b/g, /a+c/g, /(a+)b/g, /(?:a+)(?=b)/g, /a{2,}b/g, /a{2,3}b/g, /a+?b/g, /(a+)\1b/g, /(a+)b\1/g, /a*b/g, /(?<=a)a+b/g,
  /[\w.+-]+@[\w-]+\.[\w.]+/g, /[a-z]+[A-Z]\w*/g, /\w+(?=\.)/g, /\w+(?!\.)/g, /\b(?:\d{1,3}\.){3}\d{1,3}\b/g, /\b[a-z]/g, /\B[a-z]/g,
  /ab|ba|bo/g, /example|fooBar|end/gi, /aab/gi, /(?:ab|b)\b/g, /(?:x\.|a\.)b/g, /[αβ]+γ/g, /[αβ]+\./g, /\p{L}+(?=\.)/gu, /😀+a/gu,
  /[^a]+a/gu, /σ+ς?/giu, /(?=a)aab/g, /(?=b)/g, /(?=\.)./g, /(?:(?=a)\w)+b/g, /(?<x>a+)(?<y>b)/g, /^a+b/g, /a+b$/gm, /\b\b\w+\b/g, /2024|202|20/g,
];
for (const subject of [text, wide, "", "a", "aaaa"]) {
  for (const pattern of patterns) {
    const found = [...subject.matchAll(pattern)].map((match) => `${match.index}:${match.join(",")}`);
    console.log(String(pattern), found.length, found.join(" | "));
  }
}
for (const sticky of [/a+b/y, /aab|ab/y, /\ba/y]) {
  for (let i = 0; i < 8; i++) {
    sticky.lastIndex = i;
    console.log(String(sticky), i, sticky.exec(text)?.[0], sticky.lastIndex);
  }
}
// Long runs that do not match are looked at once.
const run = "a".repeat(10_000);
console.log(/a+b/.test(run), /\w+@\w/.test(run), /(\w+)(?=!)/.test(run), /[a-z]+[A-Z]/.exec(run + "B")?.[0].length);
