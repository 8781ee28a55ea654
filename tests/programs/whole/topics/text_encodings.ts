// TextEncoder, TextDecoder, atob and btoa.
const enc = new TextEncoder().encode("héllo €😀\ud800"); console.log(enc, new TextDecoder().decode(enc), new TextDecoder().decode(new Uint8Array([0xff, 0xe2, 0x82, 0x41, 0xf0, 0x9f, 0x98])));
console.log(btoa("hello"), atob("aGVsbG8="), btoa(""), atob(" aGVs bG8 "), new TextDecoder("utf-16le").decode(new Uint8Array([104, 0, 105, 0])), new TextDecoder("latin1").decode(new Uint8Array([104, 0xe9, 0x80])), new TextDecoder("latin1").encoding);
try { atob("a"); } catch (e) { console.log(String(e)); } try { btoa("€"); } catch (e) { console.log(String(e)); }
try { new TextDecoder("utf-8", { fatal: true }).decode(new Uint8Array([0xff])); } catch (e) { console.log(String(e)); }
const d = new TextDecoder(); let s = ""; for (const b of new TextEncoder().encode("a€😀z")) s += d.decode(new Uint8Array([b]), { stream: true }); s += d.decode(); console.log(s);
console.log(new TextEncoder().encodeInto("a€b", new Uint8Array(4)));
