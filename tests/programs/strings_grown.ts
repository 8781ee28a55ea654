// reference
// Long strings that grow out of one another, at either end, and everything that reads them.
function many(piece: string, count: number): string {
  let text = "";
  for (let i = 0; i < count; i++) text += piece;
  return text;
}
let behind = "";
for (let i = 0; i < 200; i++) behind += "ab" + i;
console.log(behind.length, behind.slice(0, 20), behind.slice(-10), behind);
let front = "";
for (let i = 0; i < 200; i++) front = i + "," + front;
console.log(front.length, front.slice(0, 20), front.slice(-10), front.indexOf("50"), front.includes("77,76"));
let both = "x";
for (let i = 0; i < 200; i++) both = "<" + both + ">";
console.log(both.length, both.slice(190, 211), both === "<".repeat(200) + "x" + ">".repeat(200));
let doubled = "ab";
for (let i = 0; i < 9; i++) doubled += doubled;
console.log(doubled.length, doubled.slice(-6), doubled === "ab".repeat(512));

// Two that continue one string do not disturb each other, nor what is read in between.
const base = many("b", 200);
const one = base + "1";
const two = base + "2";
const three = one + "3";
const four = one + "4";
const five = "5" + base;
const six = "6" + base;
console.log([base, one, two, three, four, five, six].map(text => text.length + text.slice(0, 2) + text.slice(-3)).join());
console.log(base + base === many("b", 400), one + two === many("b", 200) + "1" + many("b", 200) + "2", six + five + four + three);
let watched = "";
let sum = 0;
for (let i = 0; i < 300; i++) {
  watched += String.fromCharCode(97 + i % 26);
  sum += watched.charCodeAt(i) + watched.charCodeAt(i >> 1) + watched.length;
}
console.log(sum, watched[299], watched.at(-1), watched.charAt(150));

// Units of one byte and of two.
const wide = many("é", 100) + "日" + many("é", 150);
console.log(wide.length, wide.charCodeAt(100), wide.codePointAt(99), wide.lastIndexOf("é"), wide < wide + "a", wide > wide + "a");
console.log(wide.slice(0, 100) === many("é", 100), (wide + "x").slice(101) === many("é", 150) + "x", ("x" + wide).indexOf("日"));
console.log((many("a", 150) + "😀" + many("b", 10)).codePointAt(150), [..."😀".repeat(3) + many("c", 130)].length);

// What reads texts.
const spaced = "  " + many("word ", 40) + "\n";
console.log(spaced.trim().length, spaced.trimStart().length, spaced.trimEnd().length, spaced.split(" ").length, spaced.split("").length);
console.log(spaced.replace("word", "WORD").slice(0, 12), spaced.replaceAll("word ", "w").trim(), spaced.toUpperCase().slice(0, 8));
console.log(spaced.repeat(2).length, spaced.padEnd(210, "*").slice(-8), spaced.padStart(210, spaced).slice(0, 9), "a".padEnd(140, wide).length);
console.log(spaced.startsWith("  word", 0), spaced.endsWith("word \n"), spaced.substring(2, 6), spaced.indexOf(many("word ", 39)));
console.log([many("k", 140), wide].indexOf(many("k", 70) + many("k", 70)), [many("k", 140)].includes(many("k", 140)), [base, one].join(two).length);
const values: unknown[] = [many("k", 140), many("k", 140), base];
console.log(values[0] === values[1], values[0] === values[2], typeof values[0], `${values[2]}` === base);
switch (many("s", 130)) {
  case many("t", 130): console.log("t"); break;
  case many("s", 130): console.log("s"); break;
}
console.log(Number(many(" ", 130) + "12.5"), parseInt(many("0", 130) + "17"), parseFloat(many("0", 140) + "2.5e1x"), many("z", 150).localeCompare(many("z", 149)));
try {
  throw new Error(many("message ", 30));
} catch (e) {
  if (e instanceof Error) console.log(e.message, e.message.length, `${e}`.length);
}
throw new RangeError(many("the end ", 20));
