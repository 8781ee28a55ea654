// SHA-256 by the 32-bit operations of numbers, with an incremental interface.
const isPrime = (n: number) => {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return n > 1;
};
function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (isPrime(n)) primes.push(n);
  return primes;
}
const fraction = (x: number): number => Math.floor((x - Math.floor(x)) * 2 ** 32) | 0;
const K: readonly number[] = firstPrimes(64).map((p) => fraction(Math.cbrt(p)));
const INITIAL: readonly number[] = firstPrimes(8).map((p) => fraction(Math.sqrt(p)));
const rotate = (x: number, n: number): number => (x >>> n) | (x << (32 - n));

function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const c of text) {
    const code = c.codePointAt(0)!;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
  }
  return bytes;
}

class Sha256 {
  private state = [...INITIAL];
  private pending: number[] = [];
  private length = 0;
  private readonly schedule: number[] = new Array(64).fill(0);

  update(data: string | readonly number[]): this {
    const bytes = typeof data === "string" ? utf8(data) : data;
    this.length += bytes.length;
    for (const byte of bytes) {
      this.pending.push(byte & 0xff);
      if (this.pending.length === 64) {
        this.block(this.pending);
        this.pending = [];
      }
    }
    return this;
  }

  private block(bytes: readonly number[]): void {
    const w = this.schedule;
    for (let i = 0; i < 16; i++) {
      w[i] = (bytes[4 * i] << 24) | (bytes[4 * i + 1] << 16) | (bytes[4 * i + 2] << 8) | bytes[4 * i + 3];
    }
    for (let i = 16; i < 64; i++) {
      const s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ (w[i - 15] >>> 3);
      const s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ (w[i - 2] >>> 10);
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
    }
    let [a, b, c, d, e, f, g, h] = this.state;
    for (let i = 0; i < 64; i++) {
      const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      const choice = (e & f) ^ (~e & g);
      const t1 = (h + s1 + choice + K[i] + w[i]) | 0;
      const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const t2 = (s0 + majority) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    const added = [a, b, c, d, e, f, g, h];
    this.state = this.state.map((v, i) => (v + added[i]) | 0);
  }

  digest(): number[] {
    const padding = [0x80];
    while ((this.pending.length + padding.length) % 64 !== 56) padding.push(0);
    const bits = this.length * 8;
    const high = Math.floor(bits / 2 ** 32);
    for (const word of [high, bits >>> 0]) for (const shift of [24, 16, 8, 0]) padding.push((word >>> shift) & 0xff);
    this.update(padding);
    return this.state.flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff));
  }

  hex(): string {
    return this.digest().map((b) => b.toString(16).padStart(2, "0")).join("");
  }
}

const sha256 = (data: string | number[]) => new Sha256().update(data).hex();

function hmac(key: string, message: string): string {
  let bytes = utf8(key);
  if (bytes.length > 64) bytes = new Sha256().update(bytes).digest();
  const padded = [...bytes, ...new Array<number>(64 - bytes.length).fill(0)];
  const inner = new Sha256().update(padded.map((b) => b ^ 0x36)).update(message).digest();
  return new Sha256().update(padded.map((b) => b ^ 0x5c)).update(inner).hex();
}

console.log(K.slice(0, 4).map((k) => (k >>> 0).toString(16)), INITIAL.map((k) => (k >>> 0).toString(16)).join(" "));
for (const text of ["", "abc", "The quick brown fox jumps over the lazy dog", "é😀漢", "a".repeat(55), "a".repeat(56), "a".repeat(64), "x".repeat(200)]) {
  console.log(sha256(text), text.length);
}
const incremental = new Sha256();
for (const part of ["The quick ", "brown fox ", "jumps over ", "the lazy dog"]) incremental.update(part);
console.log(incremental.hex() === sha256("The quick brown fox jumps over the lazy dog"));
console.log(hmac("key", "The quick brown fox jumps over the lazy dog"));
console.log(hmac("k".repeat(100), "long key"));
let chained = "seed";
for (let i = 0; i < 20; i++) chained = sha256(chained);
console.log(chained);

interface Block {
  readonly index: number;
  readonly data: string;
  readonly previous: string;
  readonly nonce: number;
  readonly hash: string;
}
function mine(index: number, data: string, previous: string): Block {
  for (let nonce = 0; ; nonce++) {
    const hash = sha256(`${index}|${data}|${previous}|${nonce}`);
    if (hash.startsWith("0")) return { index, data, previous, nonce, hash };
  }
}
const chain: Block[] = [];
for (const [i, data] of ["genesis", "pay 5", "pay 7"].entries()) chain.push(mine(i, data, chain.at(-1)?.hash ?? "0"));
for (const { index, nonce, hash } of chain) console.log(index, nonce, hash.slice(0, 16));
const isValid = (blocks: readonly Block[]) =>
  blocks.every((b, i) => b.hash === sha256(`${b.index}|${b.data}|${b.previous}|${b.nonce}`) && (i === 0 || b.previous === blocks[i - 1].hash));
console.log(isValid(chain), isValid(chain.map((b) => (b.index === 1 ? { ...b, data: "pay 500" } : b))));
