abstract class Component {
  constructor(readonly name: string) {}
  abstract get price(): number;
  *walk(depth = 0): Generator<[number, Component]> {
    yield [depth, this];
  }
  toString() {
    return `${this.name}: ${this.price}`;
  }
}
class Part extends Component {
  constructor(name: string, readonly price: number) {
    super(name);
  }
}
class Assembly extends Component {
  readonly #parts: Component[];
  constructor(name: string, ...parts: Component[]) {
    super(name);
    this.#parts = parts;
  }
  get price() {
    return this.#parts.reduce((s, p) => s + p.price, 0);
  }
  override *walk(depth = 0): Generator<[number, Component]> {
    yield* super.walk(depth);
    for (const p of this.#parts) yield* p.walk(depth + 1);
  }
}
const bike = new Assembly("bike", new Part("frame", 100), new Assembly("wheels", new Part("front", 20), new Part("rear", 25)));
for (const [d, c] of bike.walk()) console.log("  ".repeat(d) + c);
type Discount = (price: number, count: number) => number;
const strategies = {
  none: (p) => p,
  percent: (p) => p * 0.9,
  bulk: (p, n) => (n >= 10 ? p * 0.5 : p),
} satisfies Record<string, Discount>;
class Cart {
  private lines: { item: Component; count: number }[] = [];
  constructor(private strategy: keyof typeof strategies = "none") {}
  add(item: Component, count = 1) {
    const line = this.lines.find((l) => l.item === item);
    if (line) line.count += count;
    else this.lines.push({ item, count });
    return this;
  }
  with(strategy: keyof typeof strategies) {
    this.strategy = strategy;
    return this;
  }
  total() {
    const f: Discount = strategies[this.strategy];
    return this.lines.reduce((s, { item, count }) => s + f(item.price, count) * count, 0);
  }
}
const bell = new Part("bell", 5);
const cart = new Cart().add(bike).add(bell, 9).add(bell);
console.log(cart.total(), cart.with("percent").total(), cart.with("bulk").total());
