// reference
const out: string[] = []; async function w(name: string, n: number): Promise<void> { for (let i = 0; i < n; i++) { out.push(name + i); await null; } }
const a = w("a", 3); const b = w("b", 2); out.push("main"); await a; out.push("after a"); await b; console.log(out.join(" "));
