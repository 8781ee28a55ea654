// reference
let a: int = 12;
let b: int = 10;
console.log(a & b, a | b, a ^ b, ~a, a << 2, a >> 1, a >>> 1, -a >>> 28, -a >> 1);
let c: int = a & 7;
c |= 16;
c ^= 1;
c <<= 3;
c >>= 1;
c &= 0xff;
console.log(c);
let d: int = a | 0;
let e: int = (a * 1000 + 7) & 0xffff;
let n = 3.7;
let f: int = n | 0;
let g: int = ~n;
console.log(d, e, f, g);
const mask = 0xf0 | 0x0f;
console.log(mask, mask ^ a, 1 << 31, 1 << 32, 1 << 33, -1 >>> 31, 1 << -1);
