console.log(String.fromCharCode(72, 105), String.fromCodePoint(128512, 65), String.fromCharCode(0x10041), String.fromCharCode());
try {
  String.fromCodePoint(-1);
} catch (e: any) {
  console.log(e.name);
}
console.log(String(null), String(undefined), String(true), String([1, [2]]), String({}), String(Symbol("q")), String(-0), String(1e21));
console.log(String.raw`a\n${1 + 1}\t`, String.raw({ raw: ["x", "y", "z"] }, 1, 2));
const s = "immutable";
try {
  (s as any)[0] = "X";
} catch (e: any) {
  console.log(e.name);
}
console.log(s, Object.keys("ab"), "length" in Object("ab"), "ab".hasOwnProperty(0), "ab".hasOwnProperty("length"));
for (const c of "a😀b") console.log(c, c.length);
for (const i in "xy" as any) console.log(i, typeof i);
const boxed: any = new String("boxed");
console.log(typeof boxed, boxed == "boxed", boxed === "boxed", boxed.length, boxed + "!", boxed instanceof String, boxed.valueOf() === "boxed");
console.log(boxed, [new String("x")], new Number(5), new Boolean(false));
console.log("abc".localeCompare("abd") < 0, "résumé".localeCompare("resume") > 0, ["b", "a", "C"].sort((x, y) => x.localeCompare(y)));
console.log("tEST".charAt(0).toUpperCase() + "tEST".slice(1).toLowerCase(), "a b c".split(" ").map((w) => w + w).join(" "));
console.log("\x41\u0042\u{43}\0".length, "tab\tq\"uote'", 'sin"gle', `back\`tick`, "line\
continued");
console.log("abc".valueOf(), "abc".toString(), "x".constructor === String, ("abc" as any).missing);
console.log("\ud83d".length, "\ud83d\ude00" === "😀", "😀".length, "😀".at(0) === "\ud83d", "\u{1F600}".isWellFormed(), "\ud800".isWellFormed());
const counts: Record<string, number> = {};
for (const ch of "hello world") if (ch !== " ") counts[ch] = (counts[ch] || 0) + 1;
console.log(Object.entries(counts).filter(([, n]) => n > 1).map(([c, n]) => c + n).join());
const caesar = (t: string, k: number) => [...t].map((c) => (c >= "a" && c <= "z" ? String.fromCharCode(((c.charCodeAt(0) - 97 + k) % 26) + 97) : c)).join("");
console.log(caesar("hello, xyz", 3), caesar(caesar("hello", 5), 21));
