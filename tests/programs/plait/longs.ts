// reference
// long: a bigint that fits 64 bits, or an error.
let a: long = 5n;
let b: long = 9223372036854775807n;
function show(f: () => unknown): void {
  try {
    console.log(f());
  } catch (error) {
    console.log(String(error));
  }
}
console.log(a + 1n, a * 2n, a - 10n, a / 2n, a % 3n, -a, ~a, a << 3n, a >> 1n, a & 3n, a | 8n, a ^ 1n, a ** 3n);
show(() => b + 1n);
show(() => 2n - -b);
show(() => b * b);
show(() => -(-b - 1n));
show(() => (-b - 1n) / -1n);
show(() => (-b - 1n) % -1n);
show(() => a / 0n);
show(() => a % (a - a));
show(() => b << 1n);
show(() => a << -1n);
show(() => (2n ** 64n) as long);
// As many bits as are asked for, of results that do not fit.
show(() => BigInt.asIntN(64, b + 1n));
show(() => BigInt.asUintN(64, b * 2n));
a += 3n;
a++;
--a;
a -= 1n;
a *= 4n;
a /= 3n;
a %= 100n;
a <<= 2n;
a >>= 1n;
a |= 1n;
a ^= 2n;
a &= 255n;
console.log(a, typeof a, `${a}`, a === 17n, a > 3n, a < b, b >= a, a == 17n, a !== 17n, Number(a), String(b), a ? 1 : 2);
show(() => ++b);
show(() => a++ + a--);
const list: long[] = [1n, 2n, a];
show(() => list.push(1n << 70n));
console.log(list, list.map((x) => x * 2n), list.includes(17n), new Set(list).has(2n));
// With bigints it is a bigint.
let big: bigint = a;
big = big * b * b;
console.log(big, big + a, a - big, big > a, a === big);
show(() => {
  const c: long = big;
  return c;
});
function fibonacci(n: long): long {
  return n < 2n ? n : fibonacci(n - 1n) + fibonacci(n - 2n);
}
console.log(fibonacci(20n));
class Total {
  sum: long = 0n;
  add(by: long): this {
    this.sum += by;
    return this;
  }
}
console.log(new Total().add(3n).add(4n).sum, { ...new Total().add(b) });
show(() => new Total().add(b).add(1n));
show(() => (new Total() as any).add(5));
let maybe: long | null = null;
show(() => (maybe = big));
maybe = 4n;
console.log(maybe + 1n, [3n, 1n, 2n].sort((x: long, y: long) => (x < y ? -1 : 1)));
let product: long = 1n;
for (let i: long = 1n; i <= 20n; i++) product *= i;
console.log(product);
show(() => product * 21n);
// output: 6n 10n -5n 2n 2n -5n -6n 40n 2n 1n 13n 4n 125n
// output: RangeError: integer overflow: the result does not fit a long
// output: RangeError: integer overflow: the result does not fit a long
// output: RangeError: integer overflow: the result does not fit a long
// output: RangeError: integer overflow: the result does not fit a long
// output: RangeError: the bigint is not a long
// output: 0n
// output: RangeError: Division by zero
// output: RangeError: Division by zero
// output: RangeError: the bigint is not a long
// output: 2n
// output: RangeError: the bigint is not a long
// output: -9223372036854775808n
// output: 18446744073709551614n
// output: 17n bigint 17 true true true true true false 17 9223372036854775807 1
// output: RangeError: integer overflow: the result does not fit a long
// output: 35n
// output: RangeError: the bigint is not a long
// output: [ 1n, 2n, 17n ] [ 2n, 4n, 34n ] true true
// output: 1446200059413988469405747432331952521233n 1446200059413988469405747432331952521250n -1446200059413988469405747432331952521216n true false
// output: RangeError: the bigint is not a long
// output: 6765n
// output: 7n { sum: 9223372036854775807n }
// output: RangeError: integer overflow: the result does not fit a long
// output: TypeError: the value is not a long
// output: RangeError: the bigint is not a long
// output: 5n [ 1n, 2n, 3n ]
// output: 2432902008176640000n
// output: RangeError: integer overflow: the result does not fit a long
