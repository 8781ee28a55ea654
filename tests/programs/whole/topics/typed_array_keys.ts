// Keys of typed arrays that spell numbers: elements, or nothing. Definitions, copies, and `new.target`s without prototypes.
for (const k of ["1.1", "-0", "Infinity", "-Infinity", "NaN", "-1", "2", "1e3", "1000000000000000000000", "1e+21", "01", "+1", "0x1", " 1", "1", "0"]) {
  const f: any = new Float64Array([1, 2]);
  f[k] = 7;
  console.log(JSON.stringify(k), f[k], k in f, Object.hasOwn(f, k), Reflect.set(f, k, 5), Reflect.ownKeys(f).length, f.join());
  let m = "";
  try { Object.defineProperty(f, k, { value: 9, writable: true, enumerable: true, configurable: true }); } catch (e) { m = (e as Error).constructor.name; }
  console.log(m, f[k], delete (Object.create(f))[k]);
}
for (const d of [{ value: 1 }, { value: 1, writable: false }, { configurable: false }, { enumerable: false }, { get() { return 1; } }, { value: 3, writable: true, enumerable: true, configurable: true }, {}]) {
  const f = new Int16Array(1);
  console.log(Reflect.defineProperty(f, "0", d), f[0]);
}
for (const k of [-1, 1.5, NaN, Infinity, -0]) { const f: any = new Int8Array(2); f[k] = 3; console.log(k, f[k], Object.keys(f), k in f, f); }
(Object.getPrototypeOf(Int8Array.prototype) as any)["1.1"] = "found";
console.log((new Int8Array(1) as any)["1.1"], "1.1" in new Int8Array(1));
const big: any = new BigInt64Array(1);
try { big["1.1"] = 1; } catch (e) { console.log((e as Error).name); }
big["0"] = 5n; console.log(big);
const bare: any = new Uint8Array([1, 2]); Object.setPrototypeOf(bare, null); bare[0] = 9; bare["1"] = 300; console.log(bare[0], bare[1]);
try { Object.freeze(new Uint8Array(1)); } catch (e) { console.log((e as Error).message); }
console.log(Object.isFrozen(Object.freeze(new Uint8Array(0))));
class N {} ; (N as any).prototype;
const bound = (function () {} as any).bind(); bound.prototype = Array.prototype;
const made = Reflect.construct(Float64Array, [2], bound);
console.log(Object.getPrototypeOf(made) === Array.prototype, Reflect.apply(Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Int8Array.prototype), "length")!.get!, made, []));
function F() {} ; (F as any).prototype = 3;
console.log(Object.getPrototypeOf(Reflect.construct(Map, [], F as any)) === Map.prototype, Object.getPrototypeOf(Reflect.construct(class extends Set {}, [], F as any)) === Set.prototype, Object.getPrototypeOf(Reflect.construct(class {}, [], F as any)) === Object.prototype);
class Sp extends ArrayBuffer {}
console.log(new Sp(4).slice(1).constructor.name, ArrayBuffer[Symbol.species] === ArrayBuffer);
