// reference
const s = "héllo😀 wörld";
for (const c of s) console.log(c);
for (const c of "a\ud800b") console.log(c.length);
for (const c of "ab\udc00\ud83d\ude00\ud83d") {
  if (c === "b") continue;
  console.log(c.length, c.codePointAt(0));
  if (c.length === 2) break;
}
for (const c of "") console.log("never", c);

// Every iteration has its own variable, and the loop goes over the string that was there at its start.
const kept: (() => string)[] = [];
for (const c of "xyz") kept.push(() => c);
console.log(kept.map((f) => f()).join());
let text = "abc";
for (let c of text) {
  text += c;
  c += "!";
  console.log(c, text);
}
outer: for (const a of "ab") {
  for (const b of "cd") {
    if (b === "d") continue outer;
    console.log(a + b);
  }
}
function countVowels(word: string): number {
  let count = 0;
  for (const letter of word) if ("aeiou".includes(letter)) count++;
  return count;
}
console.log(countVowels("reverberation"));
async function slowly(word: string): Promise<string> {
  let result = "";
  for (const letter of word) {
    await Promise.resolve();
    result = letter + result;
  }
  return result;
}
console.log(await slowly("emordnilap"));

console.log([...s].length, [...s, "x", ..."yz"].join(), [..."olleh"].reverse().join(""));
console.log(s[0], s[s.length - 1], s[5] === "\ud83d");
const counts: number[] = new Array<number>(26).fill(0);
const word = "mississippi";
for (let i = 0; i < word.length; i++) counts[word[i].charCodeAt(0) - 97]++;
console.log(counts.join(""));
console.log(s.codePointAt(5), s.codePointAt(6), s.codePointAt(100), s.codePointAt(-1));
console.log(s.at(-1), s.at(0), s.at(99), s.at(-99), s.at(1.9));
const [first, ...rest] = "capital";
console.log(first.toUpperCase() + rest.join(""));
let left = "";
let right = "";
[left, right] = "😀b";
console.log(left, right);
