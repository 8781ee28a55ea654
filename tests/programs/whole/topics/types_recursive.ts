type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
function size(j: Json): number {
  if (j === null || typeof j !== "object") return 1;
  return (Array.isArray(j) ? j : Object.values(j)).reduce<number>((n, v) => n + size(v), 1);
}
const doc: Json = { a: [1, "x", null, { b: true }], c: { d: [] } };
console.log(size(doc), size("x"));
type Tree<T> = { value: T; children?: Tree<T>[] };
const mapTree = <T, U>(t: Tree<T>, f: (v: T) => U): Tree<U> => ({ value: f(t.value), ...(t.children && { children: t.children.map((c) => mapTree(c, f)) }) });
const t: Tree<number> = { value: 1, children: [{ value: 2 }, { value: 3, children: [{ value: 4 }] }] };
console.log(JSON.stringify(mapTree(t, (n) => n * n)));
type List<T> = null | { head: T; tail: List<T> };
const fromArray = <T>(xs: T[]): List<T> => xs.reduceRight<List<T>>((tail, head) => ({ head, tail }), null);
function toArray<T>(l: List<T>): T[] {
  return l === null ? [] : [l.head, ...toArray(l.tail)];
}
console.log(fromArray([1, 2]), toArray(fromArray(["a", "b", "c"])));
type DeepReadonly<T> = T extends (infer U)[] ? readonly DeepReadonly<U>[] : T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;
const ro: DeepReadonly<{ a: { b: number[] } }> = { a: { b: [1, 2] } };
console.log(ro.a.b[1]);
type DeepPartial<T> = T extends object ? { [K in keyof T]?: DeepPartial<T[K]> } : T;
const settings = { ui: { theme: "dark", size: { w: 1, h: 2 } }, on: true };
const change: DeepPartial<typeof settings> = { ui: { size: { h: 5 } } };
console.log(change.ui?.size?.h, change.ui?.theme, settings.ui.size.w);
type Expr = number | [op: "+" | "*" | "-", left: Expr, right: Expr];
const run = (e: Expr): number => {
  if (typeof e === "number") return e;
  const [op, l, r] = e;
  const [a, b] = [run(l), run(r)];
  return op === "+" ? a + b : op === "*" ? a * b : a - b;
};
console.log(run(["+", 1, ["*", 2, ["-", 10, 4]]]));
interface Folder { name: string; items: (Folder | string)[] }
const paths = (f: Folder, prefix = ""): string[] => f.items.flatMap((i) => (typeof i === "string" ? prefix + f.name + "/" + i : paths(i, prefix + f.name + "/")));
console.log(paths({ name: "root", items: ["a.txt", { name: "sub", items: ["b.txt", { name: "empty", items: [] }] }] }));
