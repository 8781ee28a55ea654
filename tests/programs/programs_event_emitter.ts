// reference
type Handler = (n: number) => void; class Emitter { private hs: Handler[] = []; on(h: Handler): () => void { this.hs.push(h); return () => { this.hs = this.hs.filter((x) => x !== h); }; } emit(n: number): void { for (const h of this.hs) h(n); } }
const e = new Emitter(); let sum = 0; const off = e.on((n) => { sum += n; }); e.on((n) => console.log("got", n)); e.emit(3); e.emit(4); off(); e.emit(5); console.log(sum);
