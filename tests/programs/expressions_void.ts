// Conditional and logical expressions for their effects alone: calls that give no value.
let log = "";
function f(x: string): void { log += x; }
function g(): number { log += "g"; return 1; }
const t = log === "";
t && f("a");
t || f("b");
t ? f("c") : f("d");
t ? f("e") : g();
t ? g() : f("x");
!t ? f("y") : t ? f("z") : f("w");
const h = (b: boolean): void => (b ? f("1") : f("2"));
h(true); h(false);
[1, 2].forEach((x) => (x > 1 ? f("big") : f("small")));
const k = (b: boolean) => b && f("k");
k(true); k(false);
const maybe: { go(): void } | null = t ? { go() { f("go"); } } : null;
maybe?.go();
async function a(): Promise<void> { f("async"); }
t ? await a() : f("no");
t && (await a());
const p: Promise<void> = t ? a() : Promise.resolve();
await p;
for (let i = 0; i < 2; t ? i++ : f("loop")) f("" + i);
function r(b: boolean): void { return b ? f("r1") : f("r2"); }
r(true);
void f("void");
console.log(log);
log = "";
let count = 0;
function nothing(): string | null { count++; return count % 2 === 0 ? "some" : null; }
nothing() ?? f("was null");
nothing() ?? f("not shown");
nothing() || f("or");
const obj: { cb?: (n: number) => void; n: number } = { n: 1, cb: (n) => (n > 0 ? f("p" + n) : f("n" + n)) };
obj.cb?.(1); obj.cb && obj.cb(-1);
function pick(x: string | number): void { typeof x === "string" ? f(x.toUpperCase()) : f(x.toFixed(1)); typeof x === "string" && f(x + "!"); }
pick("s"); pick(2);
class Q { private items: number[] = []; add(n: number): void { this.items.length < 2 ? this.items.push(n) : this.drop(); } drop(): void { this.items = []; f("drop"); } get n(): number { return this.items.length; } }
const q = new Q(); q.add(1); q.add(2); q.add(3);
console.log(log, q.n);
