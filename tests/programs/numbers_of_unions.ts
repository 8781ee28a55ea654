// Number(x) and +x of values that may be of several types.
function n(x: number | string | boolean | null | undefined): number {
  return Number(x) + +(x ?? 1);
}
console.log(n(3), n("4"), n(true), n(null), n(undefined), n("x"), n(""), n("0x10"));
const mixed: (string | number)[] = ["1", 2, "3.5"];
console.log(mixed.map(Number).join(), mixed.map((x) => +x).join(), mixed.reduce((a: number, b) => a + Number(b), 0));
let text: string | null = "12";
console.log(Number(text), [text, null].map((t) => Number(t)).join());
