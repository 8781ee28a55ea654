console.log(0.1 + 0.2, 1 / 3, 100, 1e21, 1e-7, 123456789012345680000, 0.000001, 1.5e300, -1e-10, 5e-324, 1.7976931348623157e308);
console.log((1234.5678).toFixed(2), (0).toFixed(2), (1.005).toFixed(2), (-1.5).toFixed(0), (2.5).toFixed(0), (1e21).toFixed(2), (0.000001).toFixed(7), (-0.0001).toFixed(2));
console.log((255).toString(16), (255).toString(2), (-255).toString(36), (0.5).toString(2), (3.75).toString(8), (1e21).toString(7).length > 5, (35).toString(36));
console.log((123.456).toPrecision(4), (0.00001).toPrecision(1), (1234.5).toPrecision(2), (5).toPrecision(3), (0).toPrecision(2), (123.456).toPrecision());
console.log((12345).toExponential(), (12345).toExponential(2), (0).toExponential(), (0.00015).toExponential(1), (-1.5).toExponential(3));
for (const f of [() => (1).toFixed(101), () => (1).toString(1), () => (1).toPrecision(0), () => (1).toExponential(-1)]) {
  try {
    f();
  } catch (e: any) {
    console.log(e.name, e.message);
  }
}
console.log(Number("12"), Number(" 12 "), Number("1e3"), Number("0x1f"), Number("0b101"), Number("0o17"), Number(""), Number("1 2"), Number("12px"), Number("."), Number("-"), Number("+5"), Number("Infinity"), Number("-Infinity"), Number("infinity"), Number("1_000"));
console.log(Number(true), Number(null), Number(undefined), Number([]), Number([5]), Number([1, 2]), Number({}), Number("\n7\t"));
console.log(parseInt("42px"), parseInt("  -17.9"), parseInt("0x1f"), parseInt("ff", 16), parseInt("101", 2), parseInt("z", 36), parseInt(""), parseInt("9", 8), parseInt("1e3"), parseInt("12", 1), parseInt("12", 37));
console.log(parseFloat("3.14abc"), parseFloat(".5"), parseFloat("-.5e2x"), parseFloat("abc"), parseFloat("1e"), parseFloat("Infinityx"), parseFloat("1.2.3"));
console.log(Number.isInteger(5), Number.isInteger(5.5), Number.isInteger("5"), Number.isSafeInteger(2 ** 53), Number.isFinite("5"), isFinite("5" as any), isNaN("x" as any), Number.isNaN("x"));
console.log(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, Number.EPSILON > 0, Number.MAX_VALUE, Number.MIN_VALUE, Number.POSITIVE_INFINITY, Number.NaN);
console.log(1_000_000, 0xff, 0b1010, 0o17, 1e3, .5, 5., 0.1e-2);
console.log([1.0, -0, +0, 0.1], -0, `${-0}`, String(-0), JSON.stringify(-0), (-0).toFixed(1), [-0] + "", Object.is(-0, 0), 1 / -0);
console.log((25).toString().padStart(5, "0"), (0.1).toFixed(20));
