class Tree<T> {
  private children: Tree<T>[] = [];
  constructor(readonly value: T) {}
  add(...values: T[]) {
    for (const v of values) this.children.push(new Tree(v));
    return this;
  }
  at(i: number) {
    return this.children[i];
  }
  *[Symbol.iterator](): Generator<T> {
    yield this.value;
    for (const c of this.children) yield* c;
  }
  *breadthFirst() {
    const queue: Tree<T>[] = [this];
    for (let t = queue.shift(); t; t = queue.shift()) {
      yield t.value;
      queue.push(...t.children);
    }
  }
  static *naturals() {
    for (let i = 0; ; i++) yield i;
  }
  *#hidden() {
    yield "hidden";
  }
  reveal() {
    return [...this.#hidden()];
  }
}
const t = new Tree("a").add("b", "c");
t.at(0).add("d", "e");
console.log([...t].join(""), [...t.breadthFirst()].join(""), t.reveal());
for (const n of Tree.naturals()) {
  if (n > 2) break;
  console.log(n);
}
function* zip<A, B>(a: Iterable<A>, b: Iterable<B>): Generator<[A, B]> {
  const j = b[Symbol.iterator]();
  for (const x of a) {
    const y = j.next();
    if (y.done) return;
    yield [x, y.value];
  }
}
console.log([...zip("abc", [1, 2])], new Map(zip(["k", "l"], Tree.naturals())));
function* withArguments(a: number, b = a + 1, ...rest: number[]) {
  yield a;
  yield b;
  yield* rest;
}
console.log([...withArguments(1)], [...withArguments(1, 5, 6, 7)]);
const [x, ...others] = withArguments(9, 8, 7);
console.log(x, others);
function* states(): Generator<string> {
  while (true) {
    yield "green";
    yield "yellow";
    yield "red";
  }
}
const light = states();
console.log(Array.from({ length: 5 }, () => light.next().value).join(">"));
