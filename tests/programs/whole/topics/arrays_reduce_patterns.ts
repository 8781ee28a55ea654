interface Item {
  name: string;
  kind: "fruit" | "tool";
  price: number;
}
const items: Item[] = [
  { name: "apple", kind: "fruit", price: 3 },
  { name: "saw", kind: "tool", price: 20 },
  { name: "pear", kind: "fruit", price: 4 },
];
const total = items.reduce((sum, { price }) => sum + price, 0);
const byKind = items.reduce<Partial<Record<Item["kind"], Item[]>>>((groups, item) => {
  (groups[item.kind] ??= []).push(item);
  return groups;
}, {});
console.log(total, byKind);
const index = items.reduce((m, item) => m.set(item.name, item), new Map<string, Item>());
console.log(index.get("saw")?.price, index.size);
const cheapest = items.reduce((a, b) => (b.price < a.price ? b : a));
console.log(cheapest.name);
const [yes, no] = items.reduce<[Item[], Item[]]>(([y, n], i) => (i.price > 3 ? [[...y, i], n] : [y, [...n, i]]), [[], []]);
console.log(yes.length, no.length);
console.log([[1, 2], [3], []].reduce((a, b) => a.concat(b), []), ["a", "b"].reduceRight((acc, s) => acc + s), [1, 2, 3].reduce((m, x, i, all) => m + x * i * all.length, 0));
const compose = (...fs: ((n: number) => number)[]) => fs.reduceRight((f, g) => (n) => g(f(n)), (n: number) => n);
console.log(compose((n) => n + 1, (n) => n * 2)(5));
const running = [1, 2, 3, 4].reduce<number[]>((acc, n) => [...acc, (acc.at(-1) ?? 0) + n], []);
console.log(running);
const counts = [..."banana"].reduce((c, ch) => ({ ...c, [ch]: (c[ch] ?? 0) + 1 }), {} as Record<string, number>);
console.log(counts, [5].reduce((a, b) => a + b), [5].reduce((a) => a, 1), ([] as number[]).reduce((a, b) => a + b, 42));
const tree = ["a/b", "a/c/d", "e"].reduce((root: any, path) => {
  path.split("/").reduce((node, part) => (node[part] ??= {}), root);
  return root;
}, {});
console.log(JSON.stringify(tree));
