// reference
let xs = [0, -0, 1, -1, NaN, Infinity, -Infinity, 0.1 + 0.2, 0.3];
for (const a of xs) {
  for (const b of xs) {
    console.log(a, b, a < b, a <= b, a > b, a >= b, a === b, a !== b);
  }
}
