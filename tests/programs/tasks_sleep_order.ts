// reference
const log: string[] = []; async function z(name: string, ms: number): Promise<void> { await sleep(ms); log.push(name); }
await Promise.all([z("c", 30), z("a", 1), z("b", 15), z("a2", 1)]); console.log(log.join(" "));
