// Loops over texts: code points, whatever the body does.
function points(text: string): string {
  const found: string[] = [];
  let last = "", count = 0;
  for (const c of text) {
    if (c === "-") continue;
    if (c === "!") break;
    found.push(c);
    last = c;
    count += c.length;
    text += c;
  }
  return `${found.map((item) => item.codePointAt(0)!.toString(16)).join("|")} ${last.length} ${count} ${text.length}`;
}
for (const text of ["abc", "", "a-b!c", "\ud83d\ude00x\ud83d", "\ude00\ud83d", "\u00e9\u20ac", "x".repeat(30)]) console.log(points(text));

let c: string = "kept";
for (c of `${1 + 1}abc`) if (c === "b") break;
console.log(c);
const made: (() => string)[] = [];
for (const letter of "xyz" + c) { let kept = letter; made.push(() => kept); kept += "!"; }
console.log(made.map((f) => f()).join());
outer: for (const a of "ab" + "c") {
  for (const b of a + "12".slice(0, 2)) {
    if (b === "2") continue outer;
    if (a === "c") break outer;
    console.log(a, b, typeof b, b.charCodeAt(0));
  }
}
function find(text: string): string {
  try {
    for (const letter of text.trim()) {
      try { if (letter > "m") return letter; } finally { console.log("at", letter); }
    }
  } finally { console.log("done"); }
  return "none";
}
console.log(find(" azb "), find("abc"));
var hoisted = ""; for (hoisted of "pq" + "") ;
console.log(hoisted);
for (const [first] of "hi".toUpperCase()) console.log(first);
function* letters(text: string): Generator<string> { for (const letter of text + "") yield letter; }
console.log([...letters("a\ud83d\ude00")].length);
async function later(text: string): Promise<string> {
  let all = "";
  for (const letter of text + "") all = (await letter) + all;
  for await (const letter of text + "") all += letter;
  return all;
}
later("abc").then((text) => console.log(text));
let mixed: any = "12";
for (const part of mixed) console.log(part);
mixed = [1, 2];
for (const part of mixed) console.log(part + 1);
