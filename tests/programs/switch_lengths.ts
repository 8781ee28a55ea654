// reference
// `switch` of numbers that are held as ints: lengths, bitwise results, counters, constants.
function arity(...args: string[]): string {
  switch (args.length) {
    case 0:
      return "none";
    case 1:
      return args[0];
    case 2.5:
      return "never";
    default:
      return `${args.length}`;
  }
}
console.log(arity(), arity("a"), arity("a", "b"));
for (let i = 0; i < 5; i++) {
  switch (i) {
    case 1:
      console.log("one");
    case 2:
      console.log("two");
      break;
    case 0 * -1:
      console.log("zero");
      break;
    default:
      console.log(i);
  }
  switch (i & 3) {
    case 3:
      console.log("three");
      break;
    case i >> 1:
      console.log("half of", i);
  }
}
switch ("text".charCodeAt(0)) {
  case 116:
    console.log("t");
}
const n: int = 3;
switch (n) {
  case 3:
    console.log("int");
}
switch ("abc".length) {
  case "abc".length:
    console.log("same");
}
function kind(k: number, x: number): number {
  switch (k | 0) {
    case 0: return x;
    case 1: return -x;
  }
  return x * 2;
}
console.log(kind(0, 4), kind(1, 4), kind(7, 4));
