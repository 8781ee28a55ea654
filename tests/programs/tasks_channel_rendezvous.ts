// reference
const c = new Channel<string>(); const log: string[] = [];
async function sender(): Promise<void> { for (const s of ["x", "y", "z"]) { log.push("send " + s); await c.send(s); log.push("sent " + s); } c.close(); }
async function receiver(): Promise<void> { for (;;) { const v = await c.receive(); if (v === undefined) break; log.push("got " + v); } }
await Promise.all([sender(), receiver()]); for (const l of log) console.log(l); console.log(c.isClosed, c.length);
