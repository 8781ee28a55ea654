// reference
const s = "hello world";
console.log(s.lastIndexOf("l"), s.lastIndexOf("l", 3), s.lastIndexOf("l", NaN), s.lastIndexOf("h", -5), s.lastIndexOf("l", 8.9));
console.log(s.endsWith("d"), s.endsWith("h", 1), s.endsWith("h", NaN), s.endsWith("world", 100), s.endsWith(""));
console.log(s.concat("a", "b"), s.concat());
console.log(s.split(" ", 1).join("|"), s.split("l", -1).join("|"), s.split("l", 2 ** 32 + 1).join("|"), s.split("l", NaN).length);
console.log(String.fromCharCode(65, 66), String.fromCharCode() === "", String.fromCharCode(65536 + 67, -65468, 68.9));
console.log(String.fromCharCode(...[72, 105], 33), String.fromCodePoint(128512, 97), String.fromCodePoint(...[9731, 0x1f600]));
for (const wrong of [1.5, -1, 0x110000, NaN, Infinity]) {
  try {
    String.fromCodePoint(wrong);
  } catch (e) {
    if (e instanceof RangeError) console.log(e.name, e.message);
  }
}

function caesar(text: string, shift: number): string {
  let result = "";
  for (const c of text) {
    const code = c.charCodeAt(0);
    const isLetter = code >= 97 && code <= 122;
    result += isLetter ? String.fromCharCode(((code - 97 + shift + 26) % 26) + 97) : c;
  }
  return result;
}
console.log(caesar("hello, world", 3), caesar(caesar("hello, world", 3), -3));
