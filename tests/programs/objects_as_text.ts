// Objects as strings: toString of the class at run time, in String, templates, join; and the class's name.
class P { constructor(readonly x: number) {} toString(): string { return `P(${this.x})`; } }
class Q extends P { override toString(): string { return "Q" + super.toString(); } }
class Plain { a = 1; }
class Err extends Error { toString(): string { return "custom " + this.message; } }
class Err2 extends Error { constructor(m: string) { super(m); this.name = "Err2"; } }
class NumText { toString(): number { return 5; } }
const literal = { toString(): string { return "literal!"; } };
const values: unknown[] = [1, "s", true, null, undefined, -0, NaN, new P(1), new Q(2), new Plain(), new Err("e"), new Err2("f"), new Error("g"), literal, { b: 2 }];
for (const v of values) console.log(String(v), `<${v}>`);
const p: P = new Q(3);
console.log(`${p}`, String(new Plain()), `${new Plain()}`);
const e: Error = new Err("typed");
console.log(String(e), `${e}`);
try { throw new Err2("thrown"); } catch (x) { console.log(`caught ${x}`); }
try { throw "text"; } catch (x) { console.log(`caught ${x}`, String(x)); }
let n = 0;
function once(): unknown { n++; return new P(n); }
console.log(`${once()} ${once()}`, n);
const list: P[] = [new P(1), new Q(2)];
console.log(list.join(" "), `${list}`);
interface Shape2 { area(): number }
class Sq implements Shape2 { area(): number { return 4; } toString(): string { return "Sq!"; } }
class Ci implements Shape2 { area(): number { return 3; } }
const shapes: Shape2[] = [new Sq(), new Ci()];
for (const s of shapes) console.log(`${s}`, String(s), s.toString());
console.log(new Error("direct").toString(), new Plain().toString(), e.toString());

// The name of the class.
class Named extends Error { constructor(m: string) { super(m); this.name = this.constructor.name; } }
class Wrapped extends Named {}
class Animal2 { who(): string { return this.constructor.name; } static make(): Animal2 { return new Beast(); } }
class Beast extends Animal2 {}
try { throw new Wrapped("x"); } catch (e) { console.log(String(e), e instanceof Named ? e.constructor.name : ""); }
console.log(new Beast().who(), Animal2.make().who(), new Animal2().constructor.name, new RangeError("r").constructor.name);
const perhaps: Animal2 | null = new Beast().who() === "Beast" ? new Beast() : null;
console.log(perhaps?.constructor.name);
