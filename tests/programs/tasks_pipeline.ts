// reference
const a = new Channel<number>(2); const b = new Channel<number>(1);
async function gen(): Promise<void> { for (let i = 1; i <= 5; i++) await a.send(i); a.close(); }
async function square(): Promise<void> { let v = await a.receive(); while (v !== undefined) { await b.send(v * v); v = await a.receive(); } b.close(); }
async function sum(): Promise<number> { let t = 0; let v = await b.receive(); while (v !== undefined) { t += v; console.log("have", t); v = await b.receive(); } return t; }
gen(); square(); console.log(await sum());
