// Arrow functions in methods and initialisers: this, fields that hold functions, callbacks, methods of captured objects.
class Counter {
  count = 0;
  readonly step: (by: number) => number = (by) => {
    this.count += by;
    return this.count;
  };
  handlers: (() => void)[] = [];
  onChange: ((value: number) => void) | null = null;
  constructor(private readonly name: string) {
    this.handlers.push(() => console.log(this.name, this.count));
  }
  later(times: number): () => number {
    let done = 0;
    return () => {
      done++;
      this.count += times;
      this.onChange?.(this.count);
      return done;
    };
  }
  run(): void {
    for (const handler of this.handlers) handler();
  }
  map(values: number[], f: (value: number, counter: Counter) => number): number[] {
    const result: number[] = [];
    for (const value of values) result.push(f(value, this));
    return result;
  }
  static make(name = "default", count?: number): Counter {
    const counter = new Counter(name);
    if (count !== undefined) counter.count = count;
    return counter;
  }
}
const counter = new Counter("c");
console.log(counter.step(2), counter.step(3));
const later = counter.later(10);
counter.onChange = (value) => console.log("changed", value);
console.log(later(), later(), counter.count);
counter.run();
const doubled = counter.map([1, 2, 3], (value, self) => value * 2 + self.count);
console.log(doubled[0], doubled[2]);
console.log(Counter.make().count, Counter.make("x", 5).count);
Counter.make("y", 7).run();
const step = counter.step;
console.log(step(1), counter.count);

class Tree {
  children: Tree[] = [];
  constructor(public value: number) {}
  add(...values: number[]): this {
    for (const value of values) this.children.push(new Tree(value));
    return this;
  }
  walk(visit: (node: Tree, depth: number) => void, depth = 0): void {
    visit(this, depth);
    for (const child of this.children) child.walk(visit, depth + 1);
  }
  find(test: (value: number) => boolean): Tree | undefined {
    if (test(this.value)) return this;
    for (const child of this.children) {
      const found = child.find(test);
      if (found) return found;
    }
    return undefined;
  }
}
const tree = new Tree(1).add(2, 3).add(4);
tree.children[1].add(5);
let text = "";
let total = 0;
tree.walk((node, depth) => {
  text += `${depth}:${node.value} `;
  total += node.value;
});
console.log(text, total, tree.find((v) => v > 4)?.value, tree.find((v) => v > 10)?.value);

const fields = { f: (x: number) => x + 1, name: "n" };
console.log(fields.f(2), fields.name);
interface Listener {
  on: (event: string) => number;
  off?: () => void;
}
const listeners: Listener[] = [
  { on: (event) => event.length },
  { on: (event) => event.length * 2, off: () => console.log("off") },
];
for (const listener of listeners) {
  console.log(listener.on("event"));
  listener.off?.();
}
function maker(): { next: () => number; reset: () => void } {
  let n = 0;
  return {
    next: () => ++n,
    reset: () => {
      n = 0;
    },
  };
}
const made = maker();
made.next();
console.log(made.next(), made.next());
made.reset();
console.log(made.next());
for (let i = 0; i < 3; i++) {
  const item = new Tree(i);
  tree.children[0].walk(() => console.log(item.value, i));
}
const { value, children } = tree;
console.log(value, children.length);
const [first, second] = children;
console.log(first.value, second.children[0].value);
