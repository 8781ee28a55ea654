// reference
console.log(Number.isInteger(5), Number.isInteger(5.5), Number.isInteger(Infinity), Number.isSafeInteger(2 ** 53));
console.log(Number.isNaN(NaN), Number.isNaN(0), Number.isFinite(1 / 0), Number.isFinite(-1), isNaN(0 / 0), isFinite(NaN));
console.log(parseInt("12px"), parseInt("ff", 16), parseInt("0x1f"), parseInt("z", 36), parseInt("12", 2 ** 32 + 10));
console.log(parseInt("7", NaN), parseInt("9", 8), parseInt("1", 1), parseInt(""), Number.parseInt("-42.9"));
console.log(parseFloat("1.5e3x"), parseFloat(".5."), parseFloat("-Infinityx"), parseFloat("x"), Number.parseFloat("1e-7"));
console.log(Number("  12  "), Number("1e3"), Number("abc"), Number(""), Number("0b101"), Number("-0"), Number());
console.log(Number(true), Number(false), Number(null), Number(undefined), Number(7));
console.log(+"12", +"", +"1_0", +true, +false, +(1 + 2), -(+"3"));
console.log(Boolean(1), Boolean(0), Boolean(NaN), Boolean(""), Boolean("a"), Boolean(null), Boolean([1]), Boolean());
console.log((1.005).toFixed(2), (12.5).toFixed(), (-1.5).toFixed(0), (1e21).toFixed(2), (0.000001).toFixed(7), NaN.toFixed(1));
console.log((255).toString(16), (0.1).toString(2), (-255).toString(36), (5).toString(), NaN.toString(2));
console.log((1234.5).toPrecision(3), (0.00001).toPrecision(2), (3).toPrecision(), (1.45).toPrecision(2));
console.log((1e21).toExponential(2), (12345).toExponential(), (0).toExponential(), (-1.5).toExponential(0));
enum Size {
  SMALL = 8,
  LARGE = 255,
}
const size: Size = Size.LARGE;
console.log(size.toString(16), Number(size), Size.SMALL.toFixed(1));
const count: int = 12;
console.log(count.toFixed(2), count.toString(2), Number.isInteger(count), Number(count));

function attempt(what: () => string): void {
  try {
    console.log(what());
  } catch (e) {
    if (e instanceof RangeError) console.log(e.name, e.message);
  }
}
attempt(() => (1).toExponential(-1));
attempt(() => (1).toExponential(101));
attempt(() => (1).toFixed(101));
attempt(() => (1).toPrecision(0));
attempt(() => (1).toString(37));

// Functions of the library as values.
console.log(["1", "2", "x"].map(Number).join(), [1, 2].map(String).join("-"), ["a", "", "b"].filter(Boolean).join());
console.log(["10", "10", "10"].map(parseInt).join(), ["1.5", "2"].map(parseFloat).join(), [1, 2.5].every(Number.isInteger));
console.log([1.5, -1.5].map(Math.floor).join(), [4, 9].map(Math.sqrt).join(), [1, NaN].some(isNaN));
const root = Math.sqrt;
const convert: (text: string) => number = Number;
const read = parseInt;
console.log(root(16), convert("0x10"), read("12"), read("ff", 16));
function twice(f: (x: number) => number, x: number): number {
  return f(f(x));
}
console.log(twice(Math.abs, -3), twice(Math.cbrt, 512));
