// reference
const log: string[] = [];
function f(mode: number): string { for (let i = 0; i < 3; i++) { try { if (mode === 0) return "ret"; if (mode === 1) break; if (mode === 2 && i < 1) continue; if (mode === 3) throw new Error("x"); log.push("body" + i); } catch (e) { log.push("catch"); } finally { log.push("fin" + i); } } return "end"; }
for (const m of [0, 1, 2, 3]) { console.log(f(m), log.join(" ")); log.length === 0 ? 0 : log.splice(0); }
