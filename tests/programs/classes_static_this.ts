// `this` and `super` in static members: the class and its base.
class Item {
  private static nextId = 1;
  static readonly registry: Item[] = [];
  static #secret = 5;
  static last = this.nextId + 10;
  static { this.last++; this.registry.push(new this("first")); }
  readonly id: number;
  constructor(readonly name: string) { this.id = Item.nextId++; }
  static count(): number { return this.registry.length; }
  static create(name: string): Item { const made = new this(name); this.registry.push(made); return made; }
  static reset(): void { this.nextId = 100; this.registry.length = 0; this.#secret += 1; }
  static get secret(): number { return this.#secret; }
  static set secret(v: number) { this.#secret = v; }
  static all(): string { return this.registry.map(i => `${i.name}#${i.id}/${this.count()}`).join(); }
  static isItem(x: unknown): boolean { return x instanceof this; }
  static later = (n: number) => this.#secret * n;
  static async slow(): Promise<number> { await sleep(1); return this.count(); }
  static outer(): () => number { return () => { const f = () => this.nextId; return f(); }; }
  static withDefault(n = this.nextId): number { return n; }
  static one(): number { return 1; }
  static plain = 77;
  static twice(): number { return this.count() + this.count(); }
}
class Sub extends Item {
  static extra = 3;
  static count2(): number { return super.one() + this.extra; }
  static isOne2(): number { return super.plain; }
}
interface X { a: number }
console.log(Item.count(), Item.last, Item.create("b").id, Item.all());
Item.secret = 40; Item.secret += 2;
console.log(Item.secret, Item.later(2), Item.isItem(new Item("q")), Item.isItem(3));
console.log(await Item.slow(), Item.outer()(), Item.withDefault(), Item.twice());
Item.reset();
console.log(Item.count(), Item.secret, Item.withDefault(7), Item.create("z").id);
console.log(Sub.count2(), Sub.isOne2(), Sub.one(), Sub.plain);
