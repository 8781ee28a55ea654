// Accessors behind interfaces: destructuring, spread, unions with null, literals with accessors where a type is wanted.
interface Node3 { readonly label: string; readonly kids: Node3[]; size: number }
class Leaf { constructor(readonly label: string) {} kids: Node3[] = []; get size(): number { return 1; } set size(n: number) { throw new Error("leaf " + n); } }
class Branch implements Node3 {
  constructor(private parts: Node3[], private extra = 0) {}
  get label(): string { return "[" + this.parts.map((p) => p.label).join(" ") + "]"; }
  get kids(): Node3[] { return this.parts; }
  get size(): number { return this.extra + this.parts.reduce((s, p) => s + p.size, 0); }
  set size(n: number) { this.extra = n; }
}
const tree: Node3 = new Branch([new Leaf("a"), new Branch([new Leaf("b"), new Leaf("c")])]);
console.log(tree.label, tree.size, tree.kids.length);
tree.size = 10;
const { label, size: total, kids: [first] } = tree;
console.log(label, total, first.label);
const maybe: Node3 | null = tree.kids.length > 1 ? tree.kids[1] : null;
console.log(maybe?.label, maybe?.size ?? 0, maybe !== null && maybe.kids.length);
try { first.size++; } catch (e) { console.log(e instanceof Error ? e.message : ""); }
const copy = { ...tree.kids[0], label: "copied" };
console.log(copy.label);
interface Labelled { readonly label: string }
function labels(...items: Labelled[]): string { return items.map((i) => i.label).join("/"); }
console.log(labels(tree, { label: "lit" }, new Leaf("z"), { get label() { return "got"; } }));
const pick: (l: Labelled) => string = (l) => l.label;
console.log(pick(tree), pick({ label: "q" }));
interface Temperature { celsius: number; fahrenheit: number }
function makeTemp(start: number): Temperature {
  let c = start;
  return { get celsius() { return c; }, set celsius(v) { c = v; }, get fahrenheit() { return c * 9 / 5 + 32; }, set fahrenheit(v: number) { c = (v - 32) * 5 / 9; } };
}
const t = makeTemp(100);
console.log(t.fahrenheit); t.fahrenheit = 32; console.log(t.celsius); t.celsius += 10; console.log(t.fahrenheit);
abstract class AbstractBase implements Labelled { abstract get label(): string; show(): string { return labels(this); } }
class Concrete extends AbstractBase { get label(): string { return "concrete"; } }
console.log(new Concrete().show());
class Late { static readonly all: Labelled[] = [new Leaf("s1")]; static get first(): Labelled { return Late.all[0]; } }
console.log(Late.first.label);
async function later(l: Labelled): Promise<string> { await null; return l.label; }
console.log(await later(tree), await Promise.all([later(new Concrete()), later({ label: "p" })]).then((x) => x.join("+")));
console.log(`${[tree, ...tree.kids].map(({ label }) => label)}`);
