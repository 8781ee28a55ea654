// Loops over typed arrays, buffers and texts: `python bench/loops.py --loops typed_loops.ts` times them. A turn is what
// one element takes.

export function sums(n: number): number {
  const values = new Float64Array(1000);
  for (let i = 0; i < values.length; i++) values[i] = i * 0.5;
  let sum = 0;
  for (let j = 0; j < n / 1000; j++) for (let i = 0; i < values.length; i++) sum += values[i];
  return sum;
}

export function fills(n: number): number {
  const values = new Float64Array(1000);
  for (let j = 0; j < n / 1000; j++) for (let i = 0; i < values.length; i++) values[i] = i + j;
  return values[5];
}

function add(a: Float64Array, b: Float64Array): void {
  for (let i = 0; i < a.length; i++) a[i] += b[i];
}

export function additions(n: number): number {
  const a = new Float64Array(1000);
  const b = new Float64Array(1000).fill(0.25);
  for (let j = 0; j < n / 1000; j++) add(a, b);
  return a[7];
}

export function histogram(n: number): number {
  const bytes = new Uint8Array(1024);
  for (let i = 0; i < bytes.length; i++) bytes[i] = (i * 7919) & 255;
  const counts = new Uint32Array(256);
  for (let j = 0; j < n / 1024; j++) for (let i = 0; i < bytes.length; i++) counts[bytes[i]]++;
  return counts[17];
}

export function sieve(n: number): number {
  const limit = 20000;
  const marks = new Int32Array(limit);
  let turns = 0;
  let primes = 0;
  while (turns < n) {
    marks.fill(0);
    primes = 0;
    for (let i = 2; i < limit; i++) {
      if (marks[i] === 0) {
        primes++;
        for (let j = i * 2; j < limit; j += i) marks[j] = 1;
      }
    }
    turns += 50000;
  }
  return primes;
}

function multiply(a: Float64Array, b: Float64Array, c: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      let sum = 0;
      for (let k = 0; k < size; k++) sum += a[i * size + k] * b[k * size + j];
      c[i * size + j] = sum;
    }
  }
}

export function matrices(n: number): number {
  const size = 50;
  const a = new Float64Array(size * size).fill(1.5);
  const b = new Float64Array(size * size).fill(2);
  const c = new Float64Array(size * size);
  for (let turns = 0; turns < n; turns += size * size * size) multiply(a, b, c, size);
  return c[3];
}

export function hashes(n: number): number {
  const words = new Uint32Array(1024);
  for (let i = 0; i < words.length; i++) words[i] = (i * 2654435761) >>> 0;
  let hash = 0;
  for (let j = 0; j < n / 1024; j++) {
    for (let i = 0; i < words.length; i++) {
      hash = Math.imul(hash ^ words[i], 0x5bd1e995) >>> 0;
      hash = (hash ^ (hash >>> 15)) >>> 0;
    }
  }
  return hash;
}

export function image(n: number): number {
  const width = 64;
  const height = 64;
  const source = new Uint8ClampedArray(width * height);
  const goal = new Uint8ClampedArray(width * height);
  for (let i = 0; i < source.length; i++) source[i] = (i * 31) & 255;
  for (let turns = 0; turns < n; turns += (width - 2) * (height - 2)) {
    for (let y = 1; y < height - 1; y++) {
      for (let x = 1; x < width - 1; x++) {
        const p = y * width + x;
        goal[p] = source[p] * 2 - (source[p - 1] + source[p + 1] + source[p - width] + source[p + width]) / 4;
      }
    }
  }
  return goal[100];
}

export function parsing(n: number): number {
  const view = new DataView(new ArrayBuffer(1200));
  for (let i = 0; i < 100; i++) {
    view.setUint16(i * 12, i, true);
    view.setInt16(i * 12 + 2, -i);
    view.setFloat64(i * 12 + 4, i * 0.5, true);
  }
  let sum = 0;
  for (let j = 0; j < n / 300; j++) {
    for (let i = 0; i < 1200; i += 12) {
      sum += view.getUint16(i, true) + view.getInt16(i + 2) + view.getFloat64(i + 4, true);
    }
  }
  return sum;
}

export function copies(n: number): number {
  const source = new Uint8Array(1000).fill(3);
  const goal = new Uint8Array(1000);
  for (let j = 0; j < n / 1000; j++) for (let i = 0; i < source.length; i++) goal[i] = source[i];
  return goal[999];
}

export function iterated(n: number): number {
  const values = new Float64Array(1000).fill(0.5);
  let sum = 0;
  for (let j = 0; j < n / 1000; j++) for (const value of values) sum += value;
  return sum;
}

class Particles {
  x: Float64Array;
  v: Float64Array;
  constructor(count: number) {
    this.x = new Float64Array(count);
    this.v = new Float64Array(count).fill(1);
  }
  step(dt: number): void {
    for (let i = 0; i < this.x.length; i++) this.x[i] += this.v[i] * dt;
  }
}

export function members(n: number): number {
  const particles = new Particles(1000);
  for (let j = 0; j < n / 1000; j++) particles.step(0.5);
  return particles.x[3];
}

export function unitLoop(n: number): number {
  const text = "the quick brown fox jumps over the lazy dog ".repeat(25);
  let sum = 0;
  for (let j = 0; j < n / 1100; j++) for (let i = 0; i < text.length; i++) sum = (sum * 31 + text.charCodeAt(i)) | 0;
  return sum;
}

export function characters(n: number): number {
  const text = "the quick brown fox jumps over the lazy dog ".repeat(25);
  let count = 0;
  for (let j = 0; j < n / 1100; j++) for (let i = 0; i < text.length; i++) if (text[i] === "o") count++;
  return count;
}

export function textsOf(n: number): number {
  const text = "the quick brown fox jumps over the lazy dog ".repeat(25);
  let count = 0;
  for (let j = 0; j < n / 1100; j++) for (const c of text) if (c === "o") count++;
  return count;
}

export function building(n: number): number {
  let length = 0;
  for (let j = 0; j < n / 1000; j++) {
    let text = "";
    for (let i = 0; i < 1000; i++) text += i % 3 === 0 ? "a" : "b";
    length += text.length;
  }
  return length;
}
