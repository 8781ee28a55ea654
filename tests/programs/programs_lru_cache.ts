// reference
class Item { constructor(public key: number, public value: string) {} }
class Lru { private items: Item[] = []; constructor(private cap: number) {} get(k: number): string | undefined { const i = this.items.findIndex((x) => x.key === k); if (i < 0) return undefined; const it = this.items[i]; this.items = this.items.filter((x) => x !== it); this.items.push(it); return it.value; } put(k: number, v: string): void { this.items = this.items.filter((x) => x.key !== k); this.items.push(new Item(k, v)); if (this.items.length > this.cap) this.items.shift(); } keys(): string { return this.items.map((i) => i.key).join(); } }
const c = new Lru(2); c.put(1, "a"); c.put(2, "b"); console.log(c.get(1) ?? "-", c.keys()); c.put(3, "c"); console.log(c.get(2) ?? "-", c.get(3) ?? "-", c.keys());
