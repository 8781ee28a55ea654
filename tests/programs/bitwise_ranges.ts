// reference
// Operations whose results the compiler bounds: each must still be exactly what JavaScript computes.
function show(s: number, x: number): void {
  console.log(0xff >> s, 2 % (0xff >> s), -256 >> s, (x & 0xff) >> s, (x & 0xff) >>> s, x >>> 1, (x >>> s) % 7);
  console.log((x & 0xf) * (x & 0xf), (x & 0xffff) * 65537, (x | 0) - (s | 0), (x | 0) + (s | 0), -(x & 1), -(x | 1));
  console.log((x & 7) % 3, (x | 0) % 3, (x & 7) % (s & 3), (x ^ s) & 255, (x & 15) | (s & 240), (x & 15) ^ 255, ~(x & 15));
  console.log((x & 1) * -5, (x & 1) - 1, ((x & 1) - 1) * 3, (s & 3) * ((x & 1) - 1), 1 / ((x & 2) * -1), Math.abs(x | 0));
  const low = x & 1023;
  const high = x >> 20;
  console.log(low, high, low * high, low - high, low % 10, high % 10, low / 2, -low, -high, 1 / -low);
}
for (const x of [0, -0, 1, -1, 255, 256, -256, 2147483647, -2147483648, 4294967295, 1e10, -1e10, 0.9, -0.9, NaN, Infinity]) {
  for (const s of [0, 1, 8, 31, 32, -1, 0.5, 1e10]) show(s, x);
}
