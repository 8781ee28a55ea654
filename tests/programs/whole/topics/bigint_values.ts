// Bigints: arithmetic, comparison, conversion, texts, views of 64 bits.
const a = 123n, b = -45n, big = 123456789012345678901234567890n, neg = -big;
console.log(a + b, a - b, a * b, a / b, a % b, a ** 5n, -a, ~a, a & b, a | b, a ^ b, a << 70n, b >> 2n, a >> 100n, b >> 100n);
console.log(big + 1n, big * big, big / 12345n, big % 12345n, neg / 7n, neg % 7n, big - big, neg + big, big ** 3n, -big);
console.log(big > a, big < a, a < 200, a == 123 as any, a === 123n, big === 123456789012345678901234567890n, big == neg, a > ("5" as any), 2n > 1.5, 9007199254740993n > 9007199254740992);
console.log(typeof a, typeof big, String(big), `${neg}`, big + "", "x" + a, big.toString(16), neg.toString(2), big.toString(36), a.toString(7), 0n, -0n, 0xffn, 0b101n, 0o17n, 1_000n);
console.log([1n, big], { a: 1n }, new Map([[1n, 2n]]), new Map([[big, "v"]]).get(123456789012345678901234567890n), new Set([1n, 1n, 2n]).size, [1n, 0n, big].map((v) => (v ? "t" : "f")), !a);
console.log(BigInt(10), BigInt("0x1f"), BigInt(" 42 "), BigInt(""), BigInt(true), BigInt("-99999999999999999999"), BigInt(1e21), BigInt(Number.MAX_SAFE_INTEGER), BigInt(-5.0), BigInt(2 ** 100));
for (const f of [() => BigInt(1.5), () => BigInt("1.5"), () => BigInt("abc"), () => BigInt(undefined as any), () => BigInt(null as any), () => 1n / 0n, () => 1n % 0n, () => (1n as any) + 1, () => (1n as any) * 1.5, () => +(1n as any), () => Math.max(1n as any), () => JSON.stringify({ a: 1n }), () => (1n as any) >>> (0n as any), () => 1n << 99999999999n, () => new (BigInt as any)(1), () => (5 as any) - (3n as any), () => BigInt(Symbol("x") as any), () => BigInt(NaN), () => 3n ** 999999999999n]) { try { console.log(f()); } catch (e) { console.log(String(e)); } }
console.log(BigInt.asIntN(8, 255n), BigInt.asUintN(8, -1n), BigInt.asIntN(64, 2n ** 63n), BigInt.asUintN(64, -1n), BigInt.asIntN(0, 5n), BigInt.asIntN(3, 25n), BigInt.asUintN(200, -big), BigInt.asIntN(1, 3n));
let x = 5n; x++; x += 10n; x *= 2n; console.log(x, x--, --x, x++, -x); x **= 2n; x <<= 3n; x &= 0xffn; x |= 1n; x ^= 3n; x %= 50n; console.log(x);
console.log(Number(big), Number(-5n), parseInt("12") + Number(3n), Number(2n ** 1024n), Number(2n ** 53n + 1n), Number(2n ** 64n - 1n), Number(9007199254740993n), isNaN(Number(big)));
console.log((123n).toLocaleString(), (1234567890123n).toLocaleString("en-US"), Object(1n), typeof Object(1n), [3n, 1n, 2n].sort(), [3n, 1n, 2n].sort((p, q) => (p < q ? -1 : 1)), Object.prototype.toString.call(1n));
function fact(n: bigint): bigint { return n <= 1n ? 1n : n * fact(n - 1n); }
console.log(fact(30n), fact(100n)); const fib = (n: number) => { let p = 0n, q = 1n; for (let i = 0; i < n; i++) { [p, q] = [q, p + q]; } return p; }; console.log(fib(300));
console.log(2n ** 64n - 1n, (2n ** 64n) / 3n, (-(2n ** 64n)) >> 1n, (2n ** 200n + 12345n) & (2n ** 100n - 1n), -(2n ** 70n) & 0xffffn, -(2n ** 70n) | 5n, (2n ** 70n) ^ -1n, -9223372036854775808n, -9223372036854775808n - 1n, 9223372036854775807n + 1n, -9223372036854775808n / -1n, -9223372036854775808n * -1n);
const bi = new BigInt64Array([1n, -1n, 2n ** 63n, 2n ** 64n + 5n]); console.log(bi, new BigUint64Array(bi), bi[1] + 1n, bi.includes(-1n), bi.indexOf(5n)); try { (bi as any)[0] = 1; } catch (e) { console.log(String(e)); }
const dv = new DataView(new ArrayBuffer(16)); dv.setBigUint64(0, 2n ** 64n - 2n); dv.setBigInt64(8, -3n, true); console.log(dv.getBigUint64(0), dv.getBigInt64(0), dv.getBigInt64(8, true), dv);
const s = "9".repeat(50); console.log(BigInt(s) * BigInt(s), (BigInt(s) ** 7n).toString().length, 10n ** 40n / 3n, (10n ** 40n) % 7n);
const o: Record<string, number> = {}; o[String(5n)] = 1; (o as any)[7n as any] = 2; console.log(o, (["a", "b"] as any)[1n as any], 1n == 1 as any, "1" == 1n as any, 1n == true as any, [1, 2n, 3].includes(2n), [2n].indexOf(2n), structuredClone([big, 1n]));
