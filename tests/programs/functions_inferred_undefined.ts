// A function without result type whose end is reached, or that has a `return` without value, gives undefined as well.
function find(xs: number[], n: number) {
  for (const x of xs) if (x > n) return x;
}
function find2(xs: number[], n: number): number | undefined {
  for (const x of xs) if (x > n) return x;
}
class K { static make() { return new K(); } m(a: number) { if (a > 1) return "big"; } }
const arrow = (b: boolean) => { if (b) return 1; };
console.log(find([1, 5], 2), find([1], 2), find2([1], 3), new K().m(1), new K().m(2), arrow(true), arrow(false));
async function later(b: boolean) { if (b) return "x"; }
console.log(await later(true), await later(false), (find([1], 0) ?? 7) + 1);
function early(b: boolean) { if (b) return; console.log("late"); }
early(true); early(false);
function f(b: boolean) { if (b) return 5; return; }
function g(n: number) { if (n > 1) return 5; if (n > 0) return "s"; if (n === 0) return; try { if (n < -5) return null; } finally { console.log("fin"); } }
console.log(f(true), f(false), g(2), g(1), g(0), g(-1), g(-7));
const sum = [1, 2, 3].map((x) => { if (x > 1) return x * 2; }).reduce((a: number, b) => a + (b ?? 100), 0);
console.log(sum);
async function h(b: boolean) { if (b) return Promise.resolve(4); if (!b) return; return 3; }
console.log(await h(true), await h(false));
const o = { m(x: number) { if (x) return { v: x }; }, get q() { if (sum > 5) return "big"; } };
console.log(o.m(2)?.v, o.m(0)?.v, o.q);
function loop(n: number) { for (let i = 0; ; i++) { if (i > n) break; if (i === 3) return i; } }
console.log(loop(5), loop(1));
function sw(x: number) { switch (x) { case 1: return "one"; case 2: break; default: return "other"; } }
console.log(sw(1), sw(2), sw(3));
function va(b: boolean) { if (b) return voidOf(); return 3; }
async function k(b: boolean) { if (b) return sleep(1); return 3; }
async function ll(b: boolean) { if (b) return sleep(1); }
async function w(b: boolean) { if (b) return; await sleep(1); return 3; }
va(true); va(false); await k(true); await k(false); await ll(true);
const z = await w(false);
console.log(z, await w(true));
function voidOf(): void {}
async function mixed(b: boolean) { if (b) return Promise.resolve(4); return "s"; }
console.log(await mixed(true), await mixed(false));
