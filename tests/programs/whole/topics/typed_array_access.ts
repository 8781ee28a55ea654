// Elements of typed arrays where the types say what they are, and where they lie.
const kinds = [
  Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array,
] as const;
const numbers = [0, -0, 1, -1, 127, 128, 255, 256, 65535, 65536, 2147483647, 2147483648, 4294967295, 4294967296, 1e15, -1e15,
  4503599627370496, 1e20, 0.5, 1.5, 2.5, -0.5, 254.5, 3.14159, 1e-45, 7e-46, 3.4028234663852886e38, 3.5e38, NaN, Infinity, -Infinity];

function fill8(a: Int8Array): void { for (let i = 0; i < a.length; i++) a[i] = numbers[i]; }
function fillU8(a: Uint8Array): void { for (let i = 0; i < a.length; i++) a[i] = numbers[i]; }
function fillC8(a: Uint8ClampedArray): void { for (let i = 0; i < a.length; i++) a[i] = numbers[i]; }
function fill16(a: Int16Array): void { for (let i = 0; i < a.length; i++) a[i] = numbers[i]; }
function fillU16(a: Uint16Array): void { for (let i = 0; i < a.length; i++) a[i] = numbers[i]; }
function fill32(a: Int32Array): void { for (let i = 0; i < a.length; i++) a[i] = numbers[i]; }
function fillU32(a: Uint32Array): void { for (let i = 0; i < a.length; i++) a[i] = numbers[i]; }
function fillF32(a: Float32Array): void { for (let i = 0; i < a.length; i++) a[i] = numbers[i]; }
function fillF64(a: Float64Array): void { for (let i = 0; i < a.length; i++) a[i] = numbers[i]; }
const fills: ((a: any) => void)[] = [fill8, fillU8, fillC8, fill16, fillU16, fill32, fillU32, fillF32, fillF64];
function sum(a: Float64Array): string {
  let text = "";
  for (let i = 0; i < a.length; i++) text += (Object.is(a[i], -0) ? "-0" : a[i]) + " ";
  return text;
}
for (let round = 0; round < 3; round++) {
  for (let k = 0; k < kinds.length; k++) {
    const array = new kinds[k](numbers.length);
    fills[k](array);
    if (round === 2) console.log(kinds[k].name, sum(array as any));
  }
}

// The types are wrong: arrays of other kinds, plain arrays, texts, objects, undefined.
function first(a: Uint16Array): unknown { return [a[0], a[1], a[-1], a[0.5], a[1e9], a.length]; }
function put(a: Uint16Array, value: any): void { a[0] = value; a[1]++; a[-1] = 7; a[100] = 7; a[0.5] = 8; }
for (const wrong of [new Uint16Array([1, 2]), new Float64Array([1.5, 2]), [5, 6], "text", { 0: "zero", length: 9 }, new BigInt64Array(2)] as any[]) {
  for (let i = 0; i < 3; i++) first(wrong);
  console.log(first(wrong));
  try {
    put(wrong, 70000);
    console.log(wrong);
  } catch (error) {
    console.log((error as Error).constructor.name);
  }
}
for (const wrong of [undefined, null] as any[]) {
  try { first(wrong); } catch (error) { console.log((error as Error).message); }
  try { put(wrong, 1); } catch (error) { console.log((error as Error).message); }
}
const converted = new Uint16Array(3);
for (const value of ["12", true, null, undefined, { valueOf: () => 99 }, [5]] as any[]) { converted[0] = value; converted[1] += converted[0]; console.log(converted.join()); }
try { converted[0] = 5n as any; } catch (error) { console.log((error as Error).message); }

// Buffers that change under views.
const buffer = new ArrayBuffer(16, { maxByteLength: 64 });
const whole = new Uint8Array(buffer), part = new Uint32Array(buffer, 4, 2), rest = new Int16Array(buffer, 8);
function look(): string { return `${whole.length} ${part.length} ${rest.length} ${whole[15]} ${part[1]} ${rest[3]} ${rest[4]}`; }
whole[15] = 1; whole[8] = 2; rest[3] = 300;
console.log(look());
buffer.resize(24); rest[7] = 5; console.log(look(), rest[7]);
buffer.resize(10); console.log(look()); part[0] = 9; console.log(part[0]);
buffer.resize(16); console.log(look());

// In classes, subarrays, two-dimensional, index words.
class Grid {
  cells: Float32Array;
  constructor(readonly width: number, readonly height: number) { this.cells = new Float32Array(width * height); }
  at(x: number, y: number): number { return this.cells[y * this.width + x]; }
  set(x: number, y: number, value: number): void { this.cells[y * this.width + x] = value; }
}
const grid = new Grid(8, 8);
for (let y = 0; y < 8; y++) for (let x = 0; x < 8; x++) grid.set(x, y, x / (y + 1));
let total = 0;
for (let y = 0; y < 8; y++) for (let x = 0; x < 8; x++) total += grid.at(x, y);
console.log(total, grid.at(9, 9), grid.cells.length);
const sub = whole.subarray(2, 6);
sub[0] = 42; whole[3] ^= 0xff; whole[4] <<= 1; whole[5]--;
console.log(sub.length, whole[2], whole[3], whole[4], whole[5], sub["1" as any], sub["x" as any]);
const index: any = "2"; sub[index] = 3; console.log(sub[2], sub.length);
class Own extends Uint8Array { extra = 1; twice(): number { return this.length * 2 + this[0]; } }
const own = new Own(3); own[0] = 5; console.log(own.twice(), own.extra, own);
