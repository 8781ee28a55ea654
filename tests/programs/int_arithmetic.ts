// reference
let a: int = 17;
let b: int = 5;
console.log(a + b, a - b, a * b, a / b, a % b, a ** b, -a);
a += 3;
a -= 1;
a *= 2;
a %= 7;
console.log(a, b);
let c: int = a + b * 2 - 1;
let half = c / 2;
console.log(c, half, half + c, c * 0.5, c + 0.5);
a++;
++a;
a--;
console.log(a, a++, a, --a, a);
function gcd(x: int, y: int): int {
  return y === 0 ? x : gcd(y, x % y);
}
console.log(gcd(1071, 462), gcd(17, 5));
function square(x: int) {
  return x * x;
}
console.log(square(46340), square(-46340), square(-1));
let m: int = -2147483648;
console.log(m, m + 1, m / -1, m % 10);
const limit = 10;
let total: int = 0;
for (let i: int = 0; i < limit; i++) total += i;
console.log(total, total === 45, total < 45.5, total >= limit);
let w = 2.5;
console.log(a + w, w - a, a < w, a === w);
