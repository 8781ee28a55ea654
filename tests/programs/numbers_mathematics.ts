// reference
const a = [1, 2];
console.log(Math.max(...a), Math.max(), Math.min(), Math.min(3, 1, 2), Math.max(1, ...a, 3), Math.max(2), Math.min(...a, -5));
console.log(Math.max(-0, 0), Math.min(0, -0), Math.max(NaN, 1), Math.min(1, NaN, 0), Math.max(...[]), Math.min(...[0, -0]), Math.max(...[NaN, 1]));
const i: int = 5;
const j: int = -7;
const largest: int = Math.max(i, j, 3);
const smallest: int = Math.min(a.length, i);
console.log(largest, smallest, Math.max(i, a.length), Math.min(i, 2.5), Math.max(i, NaN));
let calls = "";
function note(value: int): int {
  calls += value;
  return value;
}
console.log(Math.max(note(1), note(3), note(2)), Math.min(note(4), note(5)), calls);
console.log(Math.hypot(3, 4), Math.hypot(), Math.hypot(-2), Math.hypot(1, 2, 3), Math.hypot(NaN, Infinity), Math.hypot(NaN, 1), Math.hypot(...a, 2));
console.log(Math.sign(-2), Math.sign(-0), Math.sign(NaN), Math.pow(2, 10), Math.pow(2, 0.5), Math.pow(NaN, 0));
console.log(Math.clz32(1), Math.clz32(-1), Math.clz32(0.5), Math.clz32(2 ** 32 + 4), Math.clz32(i));
console.log(Math.round(1.5), Math.round(-0.5), Math.round(-1.5), Math.round(2.4999999), Math.round(0.49999999999999994), Math.round(2 ** 52 + 1));
const rounded: int = Math.round(i);
console.log(rounded, Math.round(j), Math.sign(i), Math.cbrt(-27), Math.log2(8), Math.log10(1000), Math.atan2(-0, -1), Math.atan2(1, 1));
console.log(Math.log1p(1e-10), Math.log1p(-1), Math.expm1(1e-10), Math.expm1(-50), Math.sinh(1), Math.cosh(-1), Math.tanh(0.5), Math.tanh(-0));
console.log(Math.asinh(1), Math.acosh(2), Math.acosh(0.5), Math.atanh(0.5), Math.atanh(-1), Math.fround(1.1), Math.fround(1e40), Math.fround(-1e-46));
let seed = 12345;
function random(): number {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return (seed / 0x7fffffff - 0.5) * 200;
}
for (let n = 0; n < 40; n++) {
  const x = random();
  const y = random();
  console.log(Math.hypot(x, y), Math.hypot(x, y, x / 3), Math.exp(x), Math.log(x * x), Math.sin(x), Math.cos(x), Math.tan(x));
  console.log(Math.log1p(x * x), Math.expm1(x / 9), Math.sinh(x / 9), Math.cosh(y / 9), Math.tanh(x / 40), Math.asinh(x), Math.acosh(1 + y * y), Math.atanh(x / 101), Math.fround(y));
  console.log(Math.atan(x), Math.atan2(x, y), Math.asin(x / 100), Math.acos(y / 100), Math.cbrt(x), Math.log2(y * y), Math.log10(x * x), Math.pow(y * y, x / 50));
}
