// Searches that compare much before they get ahead: periodic parts in periodic texts, both widths, both directions.
let seed = 7;
function random(bound: number): number {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return (seed >> 8) % bound;
}

function made(length: number, letters: string): string {
  const period = 1 + random(9);
  let unit = "";
  for (let i = 0; i < period; i++) unit += letters[random(letters.length)];
  let text = unit.repeat(Math.ceil(length / period)).slice(0, length);
  const changes = random(4);
  for (let i = 0; i < changes; i++) {
    const at = random(length);
    text = text.slice(0, at) + letters[random(letters.length)] + text.slice(at + 1);
  }
  return text;
}

let sum = 0;
let found = 0;
function note(value: number): void {
  sum = (Math.imul(sum, 31) + value) | 0;
  if (value >= 0) found++;
}

const alphabets = ["a", "ab", "aab", "a\u03a9", "abc\u00ff", "\u03a9\u03a8", "\ud83d\ude00a"];
for (const letters of alphabets) {
  for (const length of [1, 2, 7, 40, 300, 2500]) {
    for (let round = 0; round < 12; round++) {
      const text = made(length, letters);
      const at = random(length);
      const size = 1 + random(length - at);
      let part = round % 3 === 0 ? made(size, letters) : text.slice(at, at + size);
      if (round % 4 === 1) part += letters[random(letters.length)];
      if (round % 4 === 2) part = letters[random(letters.length)] + part;
      note(text.indexOf(part));
      note(text.lastIndexOf(part));
      note(text.indexOf(part, at));
      note(text.lastIndexOf(part, at));
      note(text.includes(part, at) ? 1 : 0);
      note(text.split(part).length);
      note(text.replaceAll(part, "<>").length);
      note(text.replace(part, "").length);
    }
  }
  console.log(letters, sum, found);
}

// Long enough that a search is done in parts.
const long = "a".repeat(300000);
console.log(long.indexOf("a".repeat(150000) + "b"), long.lastIndexOf("b" + "a".repeat(150000)));
console.log((long + "b" + long).indexOf("a".repeat(150000) + "b"), (long + "b" + long).lastIndexOf("b" + "a".repeat(150000)));
console.log(("\u03a9" + long + "b").indexOf("a".repeat(150000) + "b"), long.includes("aba" + long.slice(5)));
const pairs = "ab".repeat(150000);
console.log(pairs.indexOf("ab".repeat(80000) + "b"), pairs.lastIndexOf("ba".repeat(80000) + "a"), pairs.indexOf("ba".repeat(80000)));
