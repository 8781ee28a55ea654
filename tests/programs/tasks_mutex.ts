// reference
const m = new Mutex(); let shared = 0; const order: string[] = [];
async function add(name: string, k: number): Promise<void> { for (let i = 0; i < k; i++) { await m.lock(); try { const v = shared; await null; shared = v + 1; order.push(name); } finally { m.unlock(); } } }
await Promise.all([add("a", 3), add("b", 3), add("c", 2)]); console.log(shared, order.join(""), m.isLocked, m.tryLock(), m.tryLock()); m.unlock();
try { m.unlock(); } catch (e) { if (e instanceof Error) console.log(e.message); }
