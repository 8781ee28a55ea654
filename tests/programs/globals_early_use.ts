// reference
function readNumber(): number {
  return later;
}
function readConstant(): number {
  return fixed + 1;
}
function readText(): string {
  return text;
}
function writeNumber(): void {
  later = 5;
}
function writeText(): void {
  text = "early";
}
function attempt(which: number): void {
  try {
    if (which === 0) console.log(readNumber());
    if (which === 1) console.log(readConstant());
    if (which === 2) console.log(readText());
    if (which === 3) writeNumber();
    if (which === 4) writeText();
    console.log("fine");
  } catch (e) {
    if (e instanceof Error) console.log(e.name);
    if (e instanceof ReferenceError) console.log("reference");
    if (e instanceof RangeError) console.log("range");
  }
}
for (let i = 0; i < 5; i++) attempt(i);
let later = 1;
const fixed = 2;
let text = "now";
for (let i = 0; i < 5; i++) attempt(i);
console.log(later, text);
