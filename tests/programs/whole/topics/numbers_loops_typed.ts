function sumTo(n: number): number { let s = 0; for (let i = 1; i <= n; i++) s += i; return s; }
console.log(sumTo(1000), sumTo(0), sumTo(100000));
let product = 1;
for (let i = 1; i <= 25; i++) product *= i;
console.log(product);
let h = 0;
for (let i = 0; i < 10000; i++) h = (h * 33 + i) | 0;
console.log(h, h >>> 0);
let f = 1;
for (let i = 0; i < 50; i++) f = f * 1.1 - 0.01;
console.log(f);
let u = 0;
for (let i = 0; i < 40; i++) u += 2 ** i;
console.log(u, u % 1000, Math.floor(u / 7));
for (let i = 3; i--; ) console.log(i);
for (let x = 0; x < 1; x += 0.25) console.log(x);
let [a, b] = [0, 1];
for (let i = 0; i < 80; i++) [a, b] = [b, a + b];
console.log(a, a > Number.MAX_SAFE_INTEGER);
let n = 27, steps = 0, peak = 0;
while (n !== 1) { n = n % 2 === 0 ? n / 2 : 3 * n + 1; peak = Math.max(peak, n); steps++; }
console.log(steps, peak);
let pi = 0;
for (let i = 0; i < 10000; i++) pi += (i % 2 ? -1 : 1) / (2 * i + 1);
console.log((pi * 4).toFixed(6));
const sqrt = (x: number) => { let r = x; while (Math.abs(r * r - x) > 1e-12) r = (r + x / r) / 2; return r; };
console.log(sqrt(2), sqrt(144));
let count = 0;
outer: for (let i = 2; count < 25; i++) { for (let j = 2; j * j <= i; j++) if (i % j === 0) continue outer; count++; if (count === 25) console.log("25th prime", i); }
const grid: number[][] = [];
for (let y = 0; y < 4; y++) { grid[y] = []; for (let x = 0; x < 4; x++) grid[y][x] = (x ^ y) * (x - y); }
console.log(grid.map((r) => r.join()).join(";"), Object.is(grid[0][0], 0), grid[3][3]);
let digits = 0;
for (let v = 987654321; v > 0; v = Math.trunc(v / 10)) digits += v % 10;
console.log(digits, 7 / 2 | 0, -7 / 2 | 0, -7 % 3, 7 % -3, 2 ** 31 - 1 + 1, -(2 ** 31) - 1);
let m = 1;
do m *= -3; while (Math.abs(m) < 1000);
console.log(m, -0 + 0, 0 * -5, Math.min(0, -0));
let bits = "";
for (let v = 0b1011001; v; v >>>= 1) bits = (v & 1) + bits;
console.log(bits, parseInt(bits, 2));
