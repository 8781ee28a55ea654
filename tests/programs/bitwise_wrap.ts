// reference
let a: int = 2147483647;
let b: int = 2147483647;
console.log((a + 1) | 0, (a + b) | 0, (a * b) | 0, (a - -5) | 0, (a * 3 + b) | 0);
console.log((-a - 2) | 0, (a + b + a + b + a) | 0, (a + 1) ^ 1, (a + 1) >> 1, (a + 1) >>> 1);
console.log(Math.imul(a, b), Math.imul(-5, 12), Math.imul(4294967295, 5), Math.imul(1.9, 2.9), Math.imul(65537, 65537));
let seed = 12345;
for (let i = 0; i < 5; i++) {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  console.log(seed);
}
let state: int = 1;
for (let i = 0; i < 5; i++) {
  state ^= state << 13;
  state ^= state >> 17;
  state ^= state << 5;
  console.log(state);
}
let q: int = 7;
console.log((q / 2) | 0, (-q / 2) | 0, (q % 0) | 0, (q / 0) | 0, (-4 % 2) | 0, ~~(q / 3));
let x = 1e10;
console.log(x | 0, (x + x) | 0, ~x, x & 255, (x / 3) | 0);
let low = x | 0;
console.log(low + low + low, (low + low) * low);
