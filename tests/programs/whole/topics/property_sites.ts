// Places that read and write properties remember where they were found last: whatever changes, they find what is there.

function read(o: any): any {
  return o.value;
}
function write(o: any, value: any): void {
  o.value = value;
}
function shown(): string {
  return all.map((o) => String(read(o))).join(" ");
}

class A { value: any = "a"; }
class B { other = 0; value: any = "b"; }
class C { get value(): string { return "c" + this.set; } set value(v: any) { this.set = v; } set = 0; }
class D extends A {}
const inheriting = Object.create({ value: "i" });
const bare = Object.create(null);
const all: any[] = [new A(), new B(), new C(), new D(), inheriting, bare, { value: "l" }, { x: 1, value: "m" }];
for (let i = 0; i < 20; i++) shown();
console.log(shown());
for (const o of all) write(o, 1);
console.log(shown(), Object.keys(inheriting), Object.keys(bare));

// One object that changes between reads of one place: its shape, its attributes, what it inherits.
const object: any = {};
const seen: any[] = [];
function look(): void {
  for (let i = 0; i < 10; i++) read(object);
  seen.push(read(object));
}
look();
object.value = 1; look();
delete object.value; look();
object.a = 1; delete object.a; object.value = 2; look();
Object.defineProperty(object, "value", { get: () => "got", configurable: true }); look();
Object.defineProperty(object, "value", { value: 3, writable: false, configurable: true }); look();
try { write(object, 4); } catch (error) { seen.push((error as Error).message); }
look();
delete object.value; look();
Object.setPrototypeOf(object, { value: "p" }); look();
Object.getPrototypeOf(object).value = "q"; look();
delete Object.getPrototypeOf(object).value; look();
(Object.prototype as any).value = "o"; look();
delete (Object.prototype as any).value; look();
console.log(seen.join(" | "));

// Prototypes: methods that are replaced, hidden, taken away.
class M { m(): string { return "m"; } }
const m = new M();
const call = (): string => { try { return m.m(); } catch (error) { return (error as Error).message; } };
const calls = [call(), call(), call()];
M.prototype.m = () => "n"; calls.push(call());
(m as any).m = () => "own"; calls.push(call());
delete (m as any).m; calls.push(call());
delete (M.prototype as any).m; calls.push(call());
(Object.prototype as any).m = () => "far"; calls.push(call());
delete (Object.prototype as any).m; calls.push(call());
console.log(calls.join(" | "));

// Frozen, sealed, not extensible.
const fixed = [Object.freeze({ value: 1 }), Object.seal({ value: 1 }), Object.preventExtensions({ value: 1 }), Object.freeze({})];
for (const o of [{ value: 0 }, ...fixed]) {
  for (let i = 0; i < 5; i++) {
    try { write(o, i); } catch (error) { if (i === 4) console.log((error as Error).message); }
  }
  console.log(o);
}

// Many objects as a site meets them, collections in between.
let sum = 0;
for (let i = 0; i < 20000; i++) {
  const o: any = i % 3 === 0 ? { value: i } : i % 3 === 1 ? { k: i, value: 1 } : new A();
  if (i % 3 === 2) o.value = 2;
  sum += read(o);
}
console.log(sum);

// A dictionary that changes while a place reads it.
const dictionary: Record<string, number> = {};
for (let i = 0; i < 300; i++) {
  dictionary["k" + i] = i;
  dictionary.value = (dictionary.value ?? 0) + 1;
  if (i % 7 === 0) delete dictionary["k" + (i - 3)];
}
console.log(dictionary.value, Object.keys(dictionary).length);
