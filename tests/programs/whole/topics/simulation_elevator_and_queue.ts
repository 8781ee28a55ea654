class EventQueue { #events: { at: number; order: number; run: () => void }[] = []; #order = 0; now = 0; schedule(delay: number, run: () => void) { this.#events.push({ at: this.now + delay, order: this.#order++, run }); this.#events.sort((a, b) => a.at - b.at || a.order - b.order); return this; } run(until = Infinity) { for (let e; (e = this.#events[0]) && e.at <= until; ) { this.#events.shift(); this.now = e.at; e.run(); } return this.now; } }
type Direction = -1 | 0 | 1;
class Elevator {
  floor = 0; direction: Direction = 0; readonly log: string[] = [];
  private targets = new Set<number>(); private moving = false;
  constructor(private readonly q: EventQueue, readonly top: number) {}
  call(floor: number) { if (floor < 0 || floor > this.top) throw new RangeError(`no floor ${floor}`); this.targets.add(floor); if (!this.moving) { this.moving = true; this.q.schedule(0, () => this.step()); } return this; }
  private step(): void {
    if (this.targets.delete(this.floor)) { this.log.push(`${this.q.now}:open ${this.floor}`); this.q.schedule(2, () => this.step()); return; }
    if (this.targets.size === 0) { this.moving = false; this.direction = 0; this.log.push(`${this.q.now}:idle`); return; }
    const ahead = [...this.targets].some((t) => Math.sign(t - this.floor) === this.direction);
    if (!ahead) this.direction = Math.sign([...this.targets].reduce((a, b) => (Math.abs(b - this.floor) < Math.abs(a - this.floor) ? b : a)) - this.floor) as Direction;
    this.q.schedule(1, () => { this.floor += this.direction; this.step(); });
  }
}
const q = new EventQueue();
const lift = new Elevator(q, 9);
lift.call(5).call(2);
q.schedule(4, () => lift.call(1)).schedule(4, () => lift.call(7));
console.log(q.run(), lift.log.join(" "), lift.floor, lift.direction);
try { lift.call(10); } catch (e) { console.log((e as Error).message); }
class Bank { waiting: number[] = []; busy = 0; served = 0; totalWait = 0; longest = 0; constructor(private q: EventQueue, private tellers: number, private serviceTime: () => number) {} arrive() { this.waiting.push(this.q.now); this.longest = Math.max(this.longest, this.waiting.length); this.next(); } private next() { if (this.busy >= this.tellers) return; const at = this.waiting.shift(); if (at === undefined) return; this.busy++; this.totalWait += this.q.now - at; this.q.schedule(this.serviceTime(), () => { this.busy--; this.served++; this.next(); }); } }
let seed = 5;
const rnd = (n: number) => (seed = (seed * 69069 + 1) % 4294967296) % n;
for (const tellers of [1, 2, 3]) { seed = 5; const clock = new EventQueue(); const bank = new Bank(clock, tellers, () => 3 + rnd(5)); for (let i = 0, t = 0; i < 40; i++) clock.schedule((t += 1 + rnd(4)), () => bank.arrive()); const end = clock.run(); console.log(tellers, bank.served, end, (bank.totalWait / bank.served).toFixed(2), bank.longest, bank.busy); }
class Bucket { private tokens: number; private last = 0; constructor(private rate: number, private size: number, private now: () => number) { this.tokens = size; } take(n = 1) { const t = this.now(); this.tokens = Math.min(this.size, this.tokens + (t - this.last) * this.rate); this.last = t; if (this.tokens < n) return false; this.tokens -= n; return true; } }
let time = 0;
const bucket = new Bucket(0.5, 3, () => time);
console.log([0, 0, 0, 0, 1, 2, 2, 10, 10, 10, 10].map((t) => { time = t; return bucket.take() ? "y" : "n"; }).join(""));
const philosophers = (n: number, meals: number) => { const forks = new Array<boolean>(n).fill(true); const eaten = new Array<number>(n).fill(0); const c = new EventQueue(); const eat = (i: number) => { if (eaten[i] === meals) return; const [a, b] = [i, (i + 1) % n]; if (forks[a] && forks[b]) { forks[a] = forks[b] = false; c.schedule(2, () => { forks[a] = forks[b] = true; eaten[i]++; c.schedule(1, () => eat(i)); }); } else c.schedule(1, () => eat(i)); }; for (let i = 0; i < n; i++) c.schedule(0, () => eat(i)); return [c.run(), eaten.join("")]; };
console.log(philosophers(5, 3));
