console.log(Math.f16round(1.337), Math.f16round(65520), Math.f16round(6e-8), Math.f16round(-0));

const f = new Float16Array([1.5, 1.1, 100000, -2]); console.log(f, f.BYTES_PER_ELEMENT, Float16Array.from([1, 2]).map(x => x / 3));
const d = new DataView(new ArrayBuffer(8)); d.setFloat16(0, 1.337); console.log(d.getFloat16(0), d.getUint16(0).toString(16));
console.log(escape("ä b€c@*"), unescape("%E4%20b%u20ACc%"), "x".bold(), "a\"b".anchor('q"r'), "  x ".trimLeft() + "|");
const s = new DisposableStack();
s.defer(() => console.log("deferred")); s.adopt(5, (x) => console.log("adopted", x)); s.use({ [Symbol.dispose]() { console.log("used"); } });
const m = s.move(); console.log(s.disposed, m.disposed); m.dispose(); console.log(m.disposed);
const a = new AsyncDisposableStack(); a.defer(async () => { console.log("async"); }); await a.disposeAsync();
const e: Error[] = [1, new Error("x")].filter(Error.isError); console.log(e.length);
console.log(Iterator.from([1, 2, 3]).map(x => x * 2).toArray(), await Promise.try(() => 7));
try { s.use(null); } catch (e) { console.log(String(e)); }
