// reference
let xs = [0, -0, 1, -1, 0.5, 1 / 3, 1e21, 1e-7, 123456789.123, 1e300, 5e-324, NaN, Infinity, -Infinity, 100, 1e5, 2 ** 31, 2 ** 53];
for (const x of xs) {
  console.log(x);
  console.log(`${x}`, String(x), x.toString(), x + "");
}
let i: int = -7;
console.log(i, `${i}`, i + "", String(i), i.toString());
console.log(true, `${true}`, String(false), false + "!", (1 < 2).toString());
