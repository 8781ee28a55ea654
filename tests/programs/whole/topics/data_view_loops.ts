// A DataView in loops: every form, every offset, buffers that change, values that are none, types that are wrong.
function read(view: DataView, from: number, to: number): string {
  let text = "";
  for (let i = from; i < to; i++) {
    try {
      text += `${view.getInt8(i)} ${view.getUint8(i)} ${view.getInt16(i)} ${view.getInt16(i, true)} ${view.getUint16(i, false)} `;
      text += `${view.getUint16(i, true)} ${view.getInt32(i)} ${view.getInt32(i, true)} ${view.getUint32(i)} ${view.getUint32(i, true)} `;
      text += `${view.getFloat32(i)} ${view.getFloat32(i, true)} ${view.getFloat64(i)} ${view.getFloat64(i, true)};`;
    } catch (error) {
      text += `${i}: ${(error as Error).constructor.name}: ${(error as Error).message};`;
    }
  }
  return text;
}
const bytes = new Uint8Array(24);
for (let i = 0; i < bytes.length; i++) bytes[i] = (i * 89 + 127) & 255;
const view = new DataView(bytes.buffer, 3, 18);
console.log(read(view, -1, 19));

function write(view: DataView, values: any[]): string {
  let text = "";
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    view.setInt8(0, value); view.setUint8(1, value); view.setInt16(2, value); view.setInt16(5, value, true);
    view.setUint16(7, value, true); view.setUint16(9, value); view.setInt32(11, value); view.setInt32(15, value, true);
    text += new Uint8Array(view.buffer, view.byteOffset, 19).join() + ";";
    view.setUint32(0, value, true); view.setUint32(4, value, false); view.setFloat32(9, value); view.setFloat32(13, value, true);
    text += new Uint8Array(view.buffer, view.byteOffset, 17).join() + ";";
    view.setFloat64(1, value); view.setFloat64(10, value, true);
    text += new Uint8Array(view.buffer, view.byteOffset, 18).join() + "\n";
  }
  return text;
}
const numbers = [0, -0, 1, -1, 127.5, 255, 256, -32769, 65535.9, 2147483647, 2147483648, 4294967296.5, -4294967297, 1e20, -1e300, 0.1, Infinity, -Infinity];
const goal = new DataView(new ArrayBuffer(32), 5, 20);
console.log(write(goal, numbers));
console.log(write(goal, ["12", null, undefined, true, [7], { valueOf: () => 300 }]));
try { write(goal, [5n]); } catch (error) { console.log((error as Error).message); }

// Offsets that are no whole numbers, or none at all.
function offsets(view: DataView): string {
  let text = "";
  for (const offset of [0, -0, 1.5, -0.5, NaN, "2", null, undefined, true, 1e10, -1, Infinity, { valueOf: () => 3 }] as any[]) {
    try { text += view.getUint8(offset) + " "; } catch (error) { text += (error as Error).constructor.name + " "; }
    try { view.setUint16(offset, 513, true); text += view.getUint16(offset) + ";"; } catch (error) { text += (error as Error).message + ";"; }
  }
  return text;
}
console.log(offsets(new DataView(new ArrayBuffer(8))));

// A buffer that grows and shrinks meanwhile, seen whole and in part.
function resized(): string {
  const buffer = new ArrayBuffer(16, { maxByteLength: 64 });
  const whole = new DataView(buffer), part = new DataView(buffer, 4, 8);
  let text = "", sum = 0;
  for (let i = 0; i < 40; i++) {
    if (i % 7 === 3) buffer.resize((i * 5) % 64);
    if (i % 9 === 8) buffer.resize(64);
    try { whole.setInt32(i, i * 1000, true); sum += whole.getInt32(i, true); } catch (error) { text += "w" + i; }
    try { part.setFloat32(i & 3, i / 4); sum += part.getFloat32(i & 3); } catch (error) { text += `p${i}${(error as Error).name[0]}`; }
    text += buffer.byteLength === 64 ? "." : "";
  }
  return `${text} ${sum}`;
}
console.log(resized());

// The types are wrong.
function wrong(view: DataView): any {
  let result: any = 0;
  for (let i = 0; i < 3; i++) { view.setInt8(i, 5); result += view.getInt8(i); }
  return result;
}
const odd: any[] = [
  { getInt8: (i: number) => "i" + i, setInt8() { return 1; } }, new Uint8Array(4), [], undefined, null, "text", new DataView(new ArrayBuffer(2)),
];
for (const item of odd) {
  try { console.log(wrong(item)); } catch (error) { console.log((error as Error).message.replace(/"/g, "'")); }
}
class Reader {
  place = 0;
  constructor(public view: DataView) {}
  byte(): number { return this.view.getUint8(this.place++); }
  word(): number { const value = this.view.getUint16(this.place, true); this.place += 2; return value; }
}
const reader = new Reader(new DataView(bytes.buffer));
let total = 0;
for (let i = 0; i < 8; i++) total += reader.byte() * 3 + reader.word();
console.log(total, reader.place);
try { reader.word(); } catch (error) { console.log((error as Error).message); }
console.log(goal.setInt8(0, 1), goal.getInt8(0));
