function sieve(n: number): number[] {
  const composite = new Array<boolean>(n + 1).fill(false);
  const primes: number[] = [];
  for (let i = 2; i <= n; i++) {
    if (composite[i]) continue;
    primes.push(i);
    for (let j = i * i; j <= n; j += i) composite[j] = true;
  }
  return primes;
}
console.log(sieve(50).join(" "), sieve(1000).length, sieve(1));
const factors = (n: number): number[] => {
  const out: number[] = [];
  for (let d = 2; d * d <= n; d++) while (n % d === 0) out.push(d), (n /= d);
  return n > 1 ? [...out, n] : out;
};
console.log(factors(360), factors(97), factors(1), factors(1001001).join("*"));
const modpow = (b: number, e: number, m: number): number => {
  let r = 1;
  for (b %= m; e > 0; e = Math.floor(e / 2), b = (b * b) % m) if (e % 2) r = (r * b) % m;
  return r;
};
console.log(modpow(3, 200, 13), modpow(2, 10, 1000), modpow(7, 1000000, 9973));
const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
const extended = (a: number, b: number): [number, number, number] => {
  if (b === 0) return [a, 1, 0];
  const [g, x, y] = extended(b, a % b);
  return [g, y, x - Math.floor(a / b) * y];
};
console.log(gcd(1071, 462), extended(240, 46), (48 * 18) / gcd(48, 18));
const perfect = Array.from({ length: 500 }, (_, i) => i + 1).filter((n) => Array.from({ length: n >> 1 }, (_, i) => i + 1).filter((d) => n % d === 0).reduce((a, b) => a + b, 0) === n);
console.log(perfect);
function addBig(a: string, b: string): string {
  let [i, j, carry, out] = [a.length - 1, b.length - 1, 0, ""];
  while (i >= 0 || j >= 0 || carry) {
    const sum = Number(a[i--] ?? 0) + Number(b[j--] ?? 0) + carry;
    out = (sum % 10) + out;
    carry = Math.floor(sum / 10);
  }
  return out || "0";
}
function multiplyBig(a: string, b: string): string {
  const digits: number[] = new Array(a.length + b.length).fill(0);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const p = +a[i] * +b[j] + digits[i + j + 1];
      digits[i + j + 1] = p % 10;
      digits[i + j] += Math.floor(p / 10);
    }
  }
  return digits.join("").slice(digits[0] === 0 && digits.length > 1 ? 1 : 0);
}
let f = "1";
for (let n = 2; n <= 30; n++) f = multiplyBig(f, String(n));
console.log(addBig("999999999999999999999", "1"), f);
let [p, q] = ["0", "1"];
for (let i = 0; i < 100; i++) [p, q] = [q, addBig(p, q)];
console.log(p);
const luhn = (s: string) => [...s].reverse().map(Number).reduce((sum, d, i) => sum + (i % 2 ? (d * 2 > 9 ? d * 2 - 9 : d * 2) : d), 0) % 10 === 0;
console.log(luhn("4539578763621486"), luhn("1234567812345678"));
const collatz = function* (n: number) { for (; n !== 1; n = n % 2 ? 3 * n + 1 : n / 2) yield n; yield 1; };
console.log([...collatz(7)].join(">"), Math.max(...collatz(27)));
const fizz = Array.from({ length: 15 }, (_, i) => ((i + 1) % 3 ? "" : "Fizz") + ((i + 1) % 5 ? "" : "Buzz") || i + 1);
console.log(fizz.join(" "));
