// Every way out of `try` with `finally`: ends, returns of every kind of value, jumps, errors, and finalizers within finalizers.
const out = (f: () => any) => { try { console.log(f()); } catch (e: any) { console.log("threw", e instanceof Error ? e.message : e); } };
const nest = (k: number): any => { try { if (k === 0) return "a"; if (k === 1) throw "b"; if (k === 2) return 5; } finally { console.log("f1"); try { if (k === 1) return "over"; } finally { console.log("f2"); } } return "end"; };
for (const k of [0, 1, 2, 3]) out(() => nest(k));
out(() => { for (let i = 0; i < 3; i++) { try { if (i === 1) continue; if (i === 2) break; console.log(i); } finally { console.log("fin", i); } } return "done"; });
out(() => { L: for (const x of [1, 2]) for (const y of [1, 2]) { try { try { if (y === 2) continue L; if (x === 2) break L; console.log(x, y); } finally { console.log("i"); } } finally { console.log("o"); } } return 1; });
out(() => { while (true) { try { return 1; } finally { break; } } return 2; });
out(() => { try { throw 1; } finally { return 2; } });
out(() => { try { throw 1; } catch (e) { throw [e]; } finally { console.log("x"); } });
out(() => { try { try { throw 1; } finally { throw 2; } } catch (e) { return e; } });
out(() => { let x = 1; try { return x; } finally { x = 2; } });
const num = (n: number): number => { try { if (n > 2) return n * 2; } finally { n++; } return n; };
out(() => [num(1), num(5)]);
const flag = (n: number): boolean => { try { return n > 2; } finally { console.log("flag"); } };
out(() => [flag(1), flag(5)]);
const txt = (n: number): string => { try { return "t" + n; } finally { try { console.log("in"); } finally { console.log("in2"); } } };
out(() => txt(1));
const nothing = (n: number): void => { try { if (n) return; console.log("z"); } finally { console.log("nf"); } };
out(() => [nothing(0), nothing(1)]);
function* g(): any { try { yield 1; yield 2; } finally { try { yield "c"; } finally { console.log("gf"); } } }
out(() => { const i = g(); return [i.next(), i.return(7), i.next(), i.next()]; });
out(() => { for (const x of g()) { if (x === 1) { try { break; } finally { console.log("bf"); } } } return 0; });
out(() => { const fs: any[] = []; for (let i = 0; i < 2; i++) try { fs.push(() => i); continue; } finally { fs.push(() => i * 10); } return fs.map((f) => f()); });
async function as(k: number) { try { if (k) return await Promise.resolve("v"); await Promise.reject("r"); } catch (e) { return e; } finally { await null; console.log("af"); } }
as(0).then(console.log); as(1).then(console.log);
out(() => { switch (1 as any) { case 1: try { break; } finally { console.log("sw"); } case 2: console.log("no"); } return "after"; });
out(() => { B: { try { break B; } finally { console.log("lb"); } } return "lab"; });
