// Typed arrays, buffers and views of data.
const u = new Uint8Array([1, 2, 300, -1, 3.7]);
console.log(u, u.length, u[0], u[2], u[9], u[-1], u.byteLength, u.buffer, Uint8Array.BYTES_PER_ELEMENT, u.BYTES_PER_ELEMENT);
u[0] = 257; u[9] = 3; u[1] = "7" as any; (u as any)["3"] = 9; (u as any).foo = 1;
console.log(u, Object.keys(u), JSON.stringify(u), "0" in u, 9 in u, u.hasOwnProperty(1));
for (const C of [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array]) {
  const a = new C([1.5, -1.5, 0, -0, 127.5, 128.5, 255.5, 256, 300, -300, 32768, 65536, 2147483648, 4294967296, 1e20, -1e20, NaN, Infinity, -Infinity, 1e-40, 3.4028235677973366e38, 0.1]);
  console.log(C.name, a, a.byteLength, String(a));
  console.log(Array.from(a).join(" "), [...a].length, a.slice(2, 5), a.subarray(1, 3), a.map((x) => x * 2), a.filter((x) => x > 100));
  console.log(Object.prototype.toString.call(a), a.indexOf(0), a.includes(NaN), a.lastIndexOf(0), a.at(-1), a.join("-").length);
}
const buf = new ArrayBuffer(8);
const dv = new DataView(buf);
dv.setInt16(0, -2); dv.setFloat32(2, 1.1, true); dv.setUint8(7, 255);
console.log(buf, dv, dv.getInt16(0), dv.getInt16(0, true), dv.getFloat32(2, true), dv.getUint8(7), dv.getInt8(7));
try { dv.getInt16(7); } catch (e) { console.log(String(e)); }
try { new Uint8Array(-1); } catch (e) { console.log(String(e)); }
try { new Int16Array(buf, 1); } catch (e) { console.log(String(e)); }
try { new Int16Array(new ArrayBuffer(3)); } catch (e) { console.log(String(e)); }
try { new Uint8Array(buf, 9); } catch (e) { console.log(String(e)); }
try { new Uint8Array(buf, 0, 10); } catch (e) { console.log(String(e)); }
try { (Uint8Array as any)(3); } catch (e) { console.log(String(e)); }
try { new ArrayBuffer(-1); } catch (e) { console.log(String(e)); }
const f = new Float64Array([3, -0, 0, NaN, 1, -5, Infinity]);
console.log(f.sort(), f.toSorted((a, b) => b - a), f.toReversed(), f.with(0, 9), f.reverse());
console.log(new Int32Array([5, 1, 4]).sort(), Uint8Array.from([1, 2, 3], (x) => x * 2), Uint8Array.of(1, 2), Float32Array.from(new Set([1, 2])));
const t = new Uint8Array(8); t.set([1, 2, 3], 2); t.set(new Uint16Array([500, 6]), 5); console.log(t, t.copyWithin(0, 2, 5), t.fill(7, 6), t.subarray(2).byteOffset);
console.log(t.reduce((a, b) => a + b), t.reduceRight((a, b) => a - b, 100), t.some((x) => x > 6), t.every((x) => x > 6), t.find((x) => x > 2), t.findIndex((x) => x > 2), t.findLast((x) => x < 6), t.findLastIndex((x) => x < 6));
for (const [i, x] of t.entries()) console.log(i, x);
console.log([...t.keys()], [...t.values()]);
const big = new Uint8Array(200); console.log(big, new ArrayBuffer(100), new Float32Array(0), [new Uint8Array(2)], { a: { b: { c: { d: new Uint8Array(3) } } } });
const r = new ArrayBuffer(4, { maxByteLength: 8 } as any) as any; const tracking = new Uint8Array(r); r.resize(6); console.log(tracking.length, r.resizable, r.maxByteLength, r.byteLength, r); tracking[5] = 1; r.resize(2); console.log(tracking, r); r.resize(8); console.log(tracking);
console.log(structuredClone({ x: new Uint16Array([1, 2]), y: buf }), ArrayBuffer.isView(dv), ArrayBuffer.isView(buf), buf.slice(1, 3));
class Mine extends Uint8Array { sum() { return this.reduce((a, b) => a + b, 0); } } const mine = new Mine([1, 2, 3]); console.log(mine, mine.sum(), mine.map((x) => x + 1), mine instanceof Uint8Array, mine.slice(1) instanceof Mine);
for (const k in new Uint8Array(2)) console.log(k); console.log({ ...new Uint8Array(2) }, Object.entries(new Uint8Array([5])), new Uint8Array(new Uint16Array([257, 2])), new Uint8Array({ length: 2, 0: 5 } as any));
console.log(Object.getPrototypeOf(Uint8Array).name, Object.getOwnPropertyDescriptor(new Uint8Array([4]), "0"), new Uint8Array(3) + "", `${new Int8Array(2)}`, new Float32Array([0.1, 16777217]));
