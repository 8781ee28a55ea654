console.log(5 & 3, 5 | 3, 5 ^ 3, ~5, 5 << 1, -5 >> 1, -5 >>> 1, 1 << 31, 1 << 32, 1 << -1, 2 ** 32 | 0, 2 ** 31 | 0, -1 >>> 0, 0xffffffff & -1);
console.log(1.9 | 0, -1.9 | 0, NaN | 0, Infinity | 0, 1e20 | 0, "12" as any | 0, null as any | 5, undefined as any ^ 1, ~~"7" , [8] as any >> 1);
let flags = 0;
const A = 1 << 0, B = 1 << 1, C = 1 << 2;
flags |= A | C;
console.log(flags, !!(flags & A), !!(flags & B));
flags &= ~A;
flags ^= B;
flags <<= 2;
flags >>= 1;
flags >>>= 0;
console.log(flags);
function popcount(x: number) {
  let n = 0;
  for (x >>>= 0; x; x &= x - 1) n++;
  return n;
}
console.log(popcount(255), popcount(-1), popcount(0x80000001), Math.clz32(1), Math.clz32(0), Math.imul(0xffffffff, 5), Math.imul(65537, 65537));
function hash(text: string) {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  return (h >>> 0).toString(16).padStart(8, "0");
}
console.log(hash(""), hash("a"), hash("foobar"));
let seed = 42;
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};
console.log(Array.from({ length: 4 }, () => Math.floor(random() * 100)));
function xorshift(x: number) {
  x ^= x << 13;
  x ^= x >>> 17;
  x ^= x << 5;
  return x >>> 0;
}
let x = 1;
for (let i = 0; i < 10; i++) x = xorshift(x);
console.log(x, (x & 0xff) << 24, (x << 8) | (x >>> 24));
const reverse = (n: number) => { let r = 0; for (let i = 0; i < 32; i++) r |= ((n >>> i) & 1) << (31 - i); return r >>> 0; };
console.log(reverse(1), reverse(0b1011), (0b1011).toString(2), parseInt("11111111", 2));
