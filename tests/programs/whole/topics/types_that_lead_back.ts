// Defaults of type parameters that lead back to their alias, destructured unions, what is written into unions, unassigned variables that ??= fills.
function f(t: number): { v: number; tag?: string } {
  let node: { v: number; tag?: string };
  switch (t) { case 1: node = { v: 1 }; break; case 2: try { node = { v: 2 }; } catch { console.log("c"); } break; default: { console.log("d"); } }
  node ??= { v: 3 };
  node.tag = "x";
  return node;
}
console.log(f(1), f(2), f(3));
class Doc<S extends boolean = true> {
  directives!: S extends true ? number | undefined : number;
  m(): void { if (this.directives) delete this.directives; console.log(this.directives); }
}
new Doc().m();
type Coll = Mp | Sq;
type Nd = Sc | Coll;
class Sc<T = unknown> { value!: T; }
class Mp<K = unknown, V = Nd | string> { items: [K, V][] = []; }
class Sq<T = Nd> { list: T[] = []; }
const n: Nd = new Sq(); console.log(n, new Mp<string>().items.length);
interface Tree<T = Leaf | Branch> { kids: T[] }
type Leaf = number; type Branch = Tree;
const tr: Tree = { kids: [1, { kids: [2] }] };
const sum = (t: Leaf | Branch): number => typeof t === "number" ? t : t.kids.map(sum).reduce((a, b) => a + b, 0);
console.log(sum(tr));
interface Tok { type: string; indent: number }
type Item = { start: string[]; key?: never; sep?: never; value?: never } | { start: string[]; explicitKey?: true; key?: Tok | null; sep: string[]; value?: Tok };
function f2(items: Item[]) {
  for (const it of items) {
    const { start, key, sep, value } = it;
    if (key) { console.log(key.type, key.indent); }
    if (sep) console.log(sep.length, value?.type);
    const x = key ?? sep?.[0];
    console.log(x, start.length);
  }
}
f2([{ start: [] }, { start: ["q"], key: { type: "t", indent: 3 }, sep: ["s"] }]);


function f4(o: { x: string } | { x: number }) { o.x = "a"; console.log(o.x.length); }
f4({ x: 1 });
class G { set v(x: string | number) { } get v(): string { return ""; } } class H { v = ""; }
function g(o: G | H) { o.v = "s"; }
g(new G());
class Ax { declare tag?: never; k = 1; }
class Sx { tag?: string; v = 1; }
type Nx = Ax | Sx;
function mk(): Nx { return new Sx(); }
const node = mk();
node.tag = "a";
console.log(node);
