// reference
class Service { private n = 0; async next(): Promise<number> { await null; this.n++; return this.n; } }
const s = new Service(); const go = async (k: number): Promise<number> => { let t = 0; for (let i = 0; i < k; i++) t += await s.next(); return t; };
console.log(await go(3), await s.next()); const both = await Promise.all([go(2), go(1)]); console.log(both[0], both[1]);
