// Typed arrays and views of data: what is wrong, what is converted, what changes meanwhile.
const tryAll = (fs: (() => any)[]) => { for (const f of fs) { try { console.log(f()); } catch (e) { console.log(String(e)); } } };
const u = new Uint8Array([3, 1, 2]);
const U = Uint8Array as any;
tryAll([
  () => U.from(null), () => U.from(5), () => U.from("123"), () => U.from({ length: 2, 0: 7 }), () => U.from([1, 2], 3), () => U.of.call(null, 1),
  () => new U(1.5), () => new U(null), () => new U(undefined), () => new U("3"), () => new U("x"), () => new U({}), () => new U(Symbol() as any), () => new U([1, "2", null, undefined, true]),
  () => u.map(5 as any), () => u.forEach(undefined as any), () => u.reduce((a, b) => a + b), () => new U(0).reduce((a: any, b: any) => a), () => u.sort(5 as any), () => u.set([1, 2, 3, 4]), () => u.set([1], 3), () => u.set([1], -1), () => u.set(null as any), () => u.set("12" as any), () => u, () => u.with(5, 1), () => u.with(-1, 300), () => u.at(-4),
  () => u.subarray(1, 2), () => u.subarray(-2), () => u.subarray(2, 1).length, () => u.slice(-2), () => u.slice(1, -1), () => u.fill(9, -1), () => u.indexOf(9, -1), () => u.lastIndexOf(9, -5), () => u.includes(2 as any, 5), () => u.join(), () => u.join("" as any), () => u.join(null as any),
  () => Object.getOwnPropertyNames(u), () => Reflect.ownKeys(u).length, () => Object.isFrozen(u), () => delete (u as any)[9], () => "1" in u, () => "5" in u, () => "-0" in u, () => (u as any)["1.5"], () => (u as any)[1.5], () => Object.entries(u).join("|"),
  () => Object.defineProperty(u, "0", { value: 5, configurable: true, enumerable: true, writable: true }), () => u.toString(), () => u.toLocaleString(), () => new Float32Array([1234.5]).toLocaleString(), () => Array.isArray(u), () => u instanceof Uint8Array, () => u.constructor.name, () => (u as any).foo, () => { (u as any).bar = 1; return Object.keys(u); },
  () => [...u.entries()].join(";"), () => Array.from(u, (x) => x * 2), () => Math.max(...u), () => [].concat(u as any).length, () => Array.prototype.map.call(u, (x: any) => x + 1), () => Array.prototype.slice.call(u, 1), () => JSON.stringify({ u, d: new DataView(new ArrayBuffer(1)), b: new ArrayBuffer(2) }),
  () => u.findLast((x) => x > 100), () => u.toSorted(), () => new Uint8Array(u.buffer, 1).toString(), () => new Uint8Array(u).buffer === u.buffer, () => new Uint16Array(new Uint8Array([1, 2])), () => new Uint8Array(new Float32Array([1.9, -1.9, NaN, 1e10])), () => new Uint8ClampedArray([1.5, 2.5, -1, 300]),
]);
const b = new ArrayBuffer(8); const v = new DataView(b, 2, 4);
tryAll([
  () => v.byteLength, () => v.byteOffset, () => v.getInt32(0), () => v.getInt32(1), () => v.setInt32(0, 0x01020304), () => v.getUint16(1).toString(16), () => v.getUint16(1, true).toString(16), () => new Uint8Array(b), () => v.setFloat64(0, 1), () => v.getInt8(-1), () => v.getInt8(Infinity), () => (v as any).getInt8("1"), () => new DataView({} as any), () => new DataView(b, 9), () => new DataView(b, 4, 8), () => new DataView(b, -1), () => v.setUint8(0, "255" as any), () => v.getUint8(0), () => v.setFloat32(0, 1e40), () => v.getFloat32(0), () => v.setFloat32(0, NaN), () => v.getFloat32(0), () => v.setInt16(0, 70000), () => v.getInt16(0),
  () => b.slice(2, 4), () => b.slice(-3).byteLength, () => (b as any).resize(3), () => ArrayBuffer.isView(v), () => ArrayBuffer.isView({}), () => (ArrayBuffer as any)(1), () => new ArrayBuffer(8, { maxByteLength: 4 } as any), () => new ArrayBuffer(2 ** 53), () => Object.prototype.toString.call(v), () => new ArrayBuffer(3.7).byteLength, () => new ArrayBuffer("4" as any).byteLength,
]);
class V extends Float64Array { constructor(...a: any[]) { super(...(a as [any])); } norm() { return Math.sqrt(this.reduce((s, x) => s + x * x, 0)); } get [Symbol.toStringTag]() { return "Vee" as any; } }
const w = new V([3, 4]); console.log(w, w.norm(), w.map((x) => x * 2) instanceof V, w.filter(() => true), w.subarray(1), w.slice(), V.from([1]), V.of(2), w.toReversed().constructor.name);
const r = new ArrayBuffer(8, { maxByteLength: 16 } as any) as any; const fixed = new Uint8Array(r, 4, 4), track = new Uint16Array(r, 2); r.resize(6);
tryAll([() => fixed.length, () => fixed.byteLength, () => fixed.byteOffset, () => fixed.fill(1), () => fixed[0], () => track.length, () => track, () => [...fixed], () => { r.resize(16); return [fixed.length, track.length]; }, () => r.resize(17), () => r.slice(0, 2), () => { let n = 0; for (const x of track) { if (n++ === 0) r.resize(4); } return n; }]);
const s2 = new Int8Array([5, -3, 0]); console.log(s2.sort(), s2.sort((a, b) => b - a), new Float32Array([NaN, 1, -0, 0, -Infinity]).sort(), new BigInt64Array([3n, -1n]).sort());
const big = new Uint8Array(300).map((_, i) => i); console.log(big.slice(250), big.findIndex((x) => x === 255), big.indexOf(44, 100), big.lastIndexOf(43));
console.log(new Float64Array([0.1, -0, 1e21, NaN]), new Float32Array([0.1, 1 / 3]), String(new Float32Array([1e-7])), [new Int8Array(1), [new Int8Array([1, 2])]], new Map([[new Uint8Array(1), 1]]));

