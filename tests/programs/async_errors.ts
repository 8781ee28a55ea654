// reference
async function bad(n: number): Promise<number> { await null; if (n > 1) throw new Error("bad " + n); return n; }
async function run(): Promise<void> { for (const n of [1, 2, 3]) { try { console.log(await bad(n)); } catch (e) { if (e instanceof Error) console.log("caught", e.message); } finally { console.log("finally", n); } } }
await run(); try { await Promise.all([bad(1), bad(5), bad(7)]); } catch (e) { if (e instanceof Error) console.log(e.message); }
