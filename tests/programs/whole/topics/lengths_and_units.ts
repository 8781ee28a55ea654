// `length` and `charCodeAt` of whatever has them.
function lengthOf(x: any): any { return x.length; }
class Fixed { length = 7; }
class Computed { get length(): number { return 8; } }
class Long extends Array<number> { constructor() { super(3); } }
function named(a: number, b: number): number { return a + b; }
const values: any[] = ["", "text", [], [1, 2, 3], new Array(5), new Uint8Array(4), new Float64Array(0), new Fixed(), new Computed(),
  new Long(), named, () => 1, class { constructor(a: number) { void a; } }, { length: "x" }, {}, 5, true, 5n, Symbol("s"), new String("boxed")];
for (let round = 0; round < 3; round++) for (const value of values) lengthOf(value);
console.log(values.map(lengthOf));
for (const wrong of [undefined, null]) {
  try { lengthOf(wrong); } catch (error) { console.log((error as Error).message); }
}
const list = [1, 2, 3];
list.length = 1; list.length++; list.length += 2;
console.log(list, list.length, (list as any)?.length, (undefined as any)?.length);
const own: any = new Uint8Array(2);
console.log(own.length, own["length"]);

function code(x: any, index: any): any { return x.charCodeAt(index); }
const text = "aé\u{1F600}z";
for (const index of [0, 1, 2, 3, 4, 5, -1, 1.9, -0.5, NaN, Infinity, 2 ** 31, 2 ** 32 + 1, "1", true, null, undefined, { valueOf: () => 4 }]) {
  console.log(String(typeof index), code(text, index));
}
console.log(code({ charCodeAt: (n: number) => `own ${n}` }, 3), code(new String("xyz"), 2));
for (const wrong of [5, {}, [], undefined, null, { charCodeAt: 1 }]) {
  try { console.log(code(wrong, 1)); } catch (error) { console.log((error as Error).message); }
}
try { code(text, Symbol("s")); } catch (error) { console.log((error as Error).message); }
try { code(text, 1n); } catch (error) { console.log((error as Error).message); }
function hash(s: string): number {
  let h = 0;
  for (let i = 0; i < s.length; i++) h = (h * 31 + s.charCodeAt(i)) | 0;
  return h;
}
console.log(hash("hello"), hash(text.repeat(100)), "abc".charCodeAt(1) + 1, "abc".charCodeAt(7), (text + text).charCodeAt(6));
const order: string[] = [];
const noted = (name: string, value: any): any => { order.push(name); return value; };
noted("text", text).charCodeAt(noted("index", 1));
try { noted("object", {}).charCodeAt(noted("index", 1)); } catch (error) { order.push((error as Error).message); }
console.log(order.join());

// A filler is looked at only where something is filled.
const filled: any[] = [];
for (const length of [0, 2, 3, 5, NaN, "1", -1]) {
  for (const filler of ["ab", "", undefined, Symbol("s")] as any[]) {
    try {
      filled.push("xyz".padStart(length as any, filler) + "|" + "xyz".padEnd(length as any, filler));
    } catch (error) {
      filled.push((error as Error).message);
    }
  }
}
console.log(filled.join(" "));
