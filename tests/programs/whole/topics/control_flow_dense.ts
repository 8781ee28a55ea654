const out: (string | number)[] = [];
let i = 0;
while (true) { if (i++ > 20) break; if (i % 2) continue; if (i === 10) { i += 5; continue; } out.push(i); }
do { i -= 7; if (i < 5) break; } while (i > 0);
out.push("|", i);
for (let a = 0, b = 10; a < b; a++, b -= 2) { if (a === 2) continue; out.push(a * b); }
for (let x = 1; ; x *= 2) { if (x > 100) { out.push(x); break; } }
a: for (const p of [1, 2, 3]) { b: for (const q of [1, 2, 3]) { for (const r of [1, 2, 3]) { if (r === 2) continue b; if (p === 2) continue a; if (p * q * r === 9) break a; out.push(p * 100 + q * 10 + r); } } }
console.log(out.join(" "));
const f = (n: number): string => { if (n < 0) return "neg"; else if (n === 0) return "zero"; else { if (n > 100) { return "big"; } } return n % 2 ? "odd" : "even"; };
console.log([-1, 0, 1, 2, 101].map(f));
function search(grid: number[][], target: number): [number, number] | undefined { for (let r = 0; r < grid.length; r++) for (let c = 0; c < grid[r].length; c++) if (grid[r][c] === target) return [r, c]; }
console.log(search([[1, 2], [3, 4]], 3), search([], 1));
const g = function* (n: number) { for (let k = 0; k < n; k++) { if (k === 1) continue; if (k === 4) return "stopped"; yield k; } };
console.log([...g(3)], [...g(10)]);
let state = "start", steps = 0;
machine: for (;;) { steps++; switch (state) { case "start": state = "middle"; break; case "middle": if (steps < 4) continue machine; state = "end"; case "end": break machine; } }
console.log(state, steps);
const nestedTry = (n: number) => { const t: string[] = []; for (let k = 0; k < 3; k++) { try { try { if (k === n) throw k; t.push("ok" + k); } finally { t.push("f" + k); if (k === 1 && n === 9) break; } } catch (e) { t.push("c" + e); if (n === 0) continue; return t.join(); } finally { t.push("g" + k); } } return t.join() + " end"; };
console.log(nestedTry(0), "/", nestedTry(1), "/", nestedTry(9), "/", nestedTry(5));
const ternaries = [0, 1, 2, 3].map((n) => n ? n > 1 ? n > 2 ? "three" : "two" : "one" : "zero");
const shortCircuit: string[] = [];
const t = (s: string) => (shortCircuit.push(s), true), u = (s: string) => (shortCircuit.push(s), false);
if ((t("a") && u("b")) || (u("c") && t("d")) || !u("e")) t("f");
u("g") || u("h") || t("i") || t("j");
console.log(ternaries, shortCircuit.join(""));
var hoistedIndex;
for (hoistedIndex = 0; hoistedIndex < 3; hoistedIndex++);
for (var v of [5, 6]); for (var k in { key: 1 });
console.log(hoistedIndex, v!, k!);
const [zero, blank, notNumber]: any[] = [0, "", NaN];
if (zero) out.push("never"); else if (blank) out.push("never"); else if (notNumber) out.push("never"); else out.length = 0;
{ { { let deep = "deep block"; console.log(deep, out.length); } } }
const early = (xs: number[]) => { let s = 0; for (const x of xs) { if (x < 0) return s; if (x === 0) continue; s += x; } return -s; };
console.log(early([1, 2, -1, 5]), early([0, 3]), early([]));
const res = (() => { for (const x of [1, 2, 3]) { try { if (x === 2) return `found ${x}`; } finally { if (x === 1) continue; } } return "none"; })();
console.log(res);
let count = 0; while (count < 3) count++; for (; count < 5; ) count += 1; do count++; while (count < 8); console.log(count);
