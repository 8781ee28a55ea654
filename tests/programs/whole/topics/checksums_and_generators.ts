const bytes = (s: string) => [...s].map((c) => c.charCodeAt(0) & 0xff);
const TABLE = Array.from({ length: 256 }, (_, n) => { let c = n; for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1; return c >>> 0; });
const crc32 = (s: string) => { let c = 0xffffffff; for (const b of bytes(s)) c = TABLE[(c ^ b) & 0xff] ^ (c >>> 8); return ((c ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0"); };
const adler32 = (s: string) => { let [a, b] = [1, 0]; for (const x of bytes(s)) { a = (a + x) % 65521; b = (b + a) % 65521; } return (((b << 16) | a) >>> 0).toString(16); };
const fnv1a = (s: string) => { let h = 0x811c9dc5; for (const b of bytes(s)) h = Math.imul(h ^ b, 0x01000193); return h >>> 0; };
const djb2 = (s: string) => bytes(s).reduce((h, b) => ((h << 5) + h + b) | 0, 5381) >>> 0;
const murmur = (s: string, seed = 0) => { let h = seed; const d = bytes(s); const n = d.length & ~3; const mix = (k: number) => { k = Math.imul(k, 0xcc9e2d51); k = (k << 15) | (k >>> 17); return Math.imul(k, 0x1b873593); }; for (let i = 0; i < n; i += 4) { h ^= mix(d[i] | (d[i + 1] << 8) | (d[i + 2] << 16) | (d[i + 3] << 24)); h = (h << 13) | (h >>> 19); h = (Math.imul(h, 5) + 0xe6546b64) | 0; } let k = 0; for (let i = d.length - 1; i >= n; i--) k = (k << 8) | d[i]; if (k) h ^= mix(k); h ^= d.length; h ^= h >>> 16; h = Math.imul(h, 0x85ebca6b); h ^= h >>> 13; h = Math.imul(h, 0xc2b2ae35); return (h ^ (h >>> 16)) >>> 0; };
for (const s of ["", "a", "abc", "The quick brown fox jumps over the lazy dog"]) console.log(crc32(s), adler32(s), fnv1a(s), djb2(s), murmur(s));
class Mulberry { constructor(private a: number) {} next() { this.a = (this.a + 0x6d2b79f5) | 0; let t = Math.imul(this.a ^ (this.a >>> 15), 1 | this.a); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t ^ (t >>> 14)) >>> 0) / 4294967296; } }
class Twister { #mt: number[] = []; #i = 624; constructor(seed: number) { this.#mt[0] = seed >>> 0; for (let i = 1; i < 624; i++) { const s = this.#mt[i - 1] ^ (this.#mt[i - 1] >>> 30); this.#mt[i] = ((((((s & 0xffff0000) >>> 16) * 1812433253) << 16) + (s & 0xffff) * 1812433253) + i) >>> 0; } } next(): number { const mt = this.#mt; if (this.#i >= 624) { for (let k = 0; k < 624; k++) { const y = (mt[k] & 0x80000000) | (mt[(k + 1) % 624] & 0x7fffffff); mt[k] = (mt[(k + 397) % 624] ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0)) >>> 0; } this.#i = 0; } let y = mt[this.#i++]; y ^= y >>> 11; y ^= (y << 7) & 0x9d2c5680; y ^= (y << 15) & 0xefc60000; y ^= y >>> 18; return y >>> 0; } }
const m = new Mulberry(42), t = new Twister(5489);
console.log(Array.from({ length: 3 }, () => m.next().toFixed(8)), Array.from({ length: 3 }, () => t.next()));
for (let i = 3; i < 999; i++) t.next();
console.log(t.next());
function* lfsr(seed: number) { let x = seed; do { yield x; const bit = (x ^ (x >> 2) ^ (x >> 3) ^ (x >> 5)) & 1; x = (x >> 1) | (bit << 15); } while (x !== seed); }
let period = 0; for (const _ of lfsr(0xace1)) if (++period > 70000) break;
console.log(period);
class Bloom { #bits = new Array<number>(32).fill(0); constructor(private k = 3) {} #at(s: string) { return Array.from({ length: this.k }, (_, i) => murmur(s, i * 97) % 1024); } add(s: string) { for (const n of this.#at(s)) this.#bits[n >> 5] |= 1 << (n & 31); return this; } maybe(s: string) { return this.#at(s).every((n) => (this.#bits[n >> 5] >>> (n & 31)) & 1); } get count() { return this.#bits.reduce((s, w) => { let n = 0; for (let x = w >>> 0; x; x &= x - 1) n++; return s + n; }, 0); } }
const bloom = ["apple", "pear", "fig"].reduce((b, s) => b.add(s), new Bloom());
console.log(["apple", "fig", "grape", "kiwi"].map((s) => bloom.maybe(s)), bloom.count);
const isbn = (s: string) => { const d = [...s].filter((c) => c !== "-"); return d.length === 13 && d.reduce((sum, c, i) => sum + Number(c) * (i % 2 ? 3 : 1), 0) % 10 === 0; };
const verhoeff = (s: string) => [...s].reverse().reduce((c, ch, i) => (c + (Number(ch) * (i + 1))) % 97, 0);
console.log(isbn("978-3-16-148410-0"), isbn("978-3-16-148410-1"), verhoeff("12345"), [0, 1, 2, 3, 4, 5, 6, 7].map((n) => n ^ (n >> 1)).join(""));
