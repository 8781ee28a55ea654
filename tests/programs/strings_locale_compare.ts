// The order of ASCII texts for people: by letters, then by case; punctuation counts, control characters do not.
const words = ["banana", "Apple", "apple", "cherry", "Banana", "app", "", "a-b", "a b", "ab", "a_b", "aB", "Ab", "AB", "10", "9", "x\u0001y", "xy", "é".length === 1 ? "z" : "", "~", "$5", "\t", "It's", "its", "a", "A", "aa", "aA"];
console.log([...words].sort((a, b) => a.localeCompare(b)).join("|"));
let line = "";
for (let i = 0; i < 128; i++) {
  for (let j = 0; j < 128; j++) {
    const a = String.fromCharCode(i), b = String.fromCharCode(j);
    line += a.localeCompare(b) + 1;
    line += ("a" + a + "b").localeCompare("A" + b + "b") + 1;
  }
  console.log(line);
  line = "";
}
let seed = 1;
function random(n: number): number {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor(seed / 65536) % n;
}
const letters = "abcABC12 -_'.\u0002";
function text(): string {
  let result = "";
  for (let n = random(6); n > 0; n--) result += letters.charAt(random(letters.length));
  return result;
}
for (let i = 0; i < 40; i++) {
  let row = "";
  for (let j = 0; j < 50; j++) row += text().localeCompare(text()) + 1;
  console.log(row);
}
