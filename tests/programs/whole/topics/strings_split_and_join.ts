console.log("a,b,c".split(","), "a,b,c".split(",", 2), "a,b,c".split(",", 0), "a,b,".split(","), ",".split(","));
console.log("abc".split(""), "abc".split("b"), "abc".split("x"), "".split("x"), "aXXbXXc".split("XX"), "aaa".split("a"), "aaaa".split("aa"));
const parse = (text: string) => Object.fromEntries(text.split("&").map((p) => p.split("=") as [string, string]));
console.log(parse("a=1&b=2&c="));
const csv = `id,name,score
1,Ann,90
2,Bob,85`;
const [header, ...lines] = csv.split("\n").map((l) => l.split(","));
const rows = lines.map((cells) => Object.fromEntries(cells.map((c, i) => [header[i], c])));
console.log(rows, rows.reduce((s, r) => s + Number(r.score), 0));
const camel = (s: string) => s.split("-").map((p, i) => (i ? p.charAt(0).toUpperCase() + p.slice(1) : p)).join("");
const kebab = (s: string) => [...s].map((c) => (c >= "A" && c <= "Z" ? "-" + c.toLowerCase() : c)).join("");
console.log(camel("background-color-top"), kebab("backgroundColorTop"));
const words = "  many   spaces here ".split(" ").filter(Boolean);
console.log(words, words.join("_"));
const title = (s: string) => s.split(" ").map((w) => (w ? w[0].toUpperCase() + w.slice(1).toLowerCase() : w)).join(" ");
console.log(title("the qUICK  brown"), "a|b".split("|").reverse().join("|"));
console.log("2024-03-15".split("-").map(Number), "key: value: more".split(": "), "x".split("").length, "a\r\nb\nc".split("\n").map((l) => l.trim()));
