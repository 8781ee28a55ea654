// reference
class Account { readonly lock = new Mutex(); constructor(public readonly id: number, public balance: number) {} }
async function transfer(a: Account, b: Account, n: number): Promise<boolean> { const [x, y] = a.id < b.id ? [a, b] : [b, a]; await x.lock.lock(); await y.lock.lock(); try { if (a.balance < n) return false; a.balance -= n; await null; b.balance += n; return true; } finally { y.lock.unlock(); x.lock.unlock(); } }
const acc = [new Account(0, 100), new Account(1, 50), new Account(2, 0)]; const done = await Promise.all([transfer(acc[0], acc[1], 30), transfer(acc[1], acc[2], 70), transfer(acc[2], acc[0], 10), transfer(acc[2], acc[1], 500)]);
console.log(done[0], done[1], done[2], done[3], acc.map((a) => a.balance).join());
