function* inner(): Generator<string, number, string> {
  const got = yield "i1";
  console.log("inner got", got);
  yield "i2";
  return 42;
}
function* outer(): Generator<string | number, string, any> {
  yield "o1";
  const result = yield* inner();
  yield result;
  yield* [1, 2];
  yield* "xy";
  yield* new Set(["s"]);
  return "end";
}
const g = outer();
console.log(g.next("").value, g.next("").value, g.next("hello").value, g.next("").value);
console.log([...g]);
interface Tree<T> {
  value: T;
  left?: Tree<T>;
  right?: Tree<T>;
}
function* walk<T>(t?: Tree<T>): Generator<T> {
  if (!t) return;
  yield* walk(t.left);
  yield t.value;
  yield* walk(t.right);
}
const tree: Tree<number> = { value: 4, left: { value: 2, left: { value: 1 }, right: { value: 3 } }, right: { value: 5 } };
console.log([...walk(tree)].join(" "));
function* cleanup(): Generator<number> {
  try {
    yield 1;
    yield 2;
  } catch (e) {
    console.log("inner caught", e);
    yield 3;
  } finally {
    console.log("inner finally");
  }
}
function* through() {
  yield* cleanup();
  yield "after";
}
const a = through();
console.log(a.next().value, a.return(undefined as any));
const b = through();
b.next();
console.log(b.throw("x").value, b.next().value, b.next().done);
function* permutations<T>(items: T[]): Generator<T[]> {
  if (items.length < 2) return yield items;
  for (let i = 0; i < items.length; i++) {
    for (const rest of permutations([...items.slice(0, i), ...items.slice(i + 1)])) yield [items[i], ...rest];
  }
}
console.log([...permutations(["a", "b", "c"])].map((p) => p.join("")).join(" "));
