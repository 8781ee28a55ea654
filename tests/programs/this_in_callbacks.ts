// reference
class Timer { private ticks = 0; private subs: (() => void)[] = []; constructor(n: number) { for (let i = 0; i < n; i++) this.subs.push(() => { this.ticks += i; }); } run(): number { this.subs.forEach((s) => s()); return this.ticks; } }
const t = new Timer(4); console.log(t.run(), t.run());
