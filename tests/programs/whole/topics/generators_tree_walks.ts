interface Dir { name: string; entries?: Dir[]; size?: number }
const root: Dir = { name: "/", entries: [{ name: "a", entries: [{ name: "x.txt", size: 5 }, { name: "y.txt", size: 7 }] }, { name: "b", entries: [] }, { name: "z.txt", size: 1 }] };
function* walk(d: Dir, path = ""): Generator<{ path: string; node: Dir }, number, void> {
  const here = path + (path && path !== "/" ? "/" : "") + d.name;
  yield { path: here, node: d };
  let total = d.size ?? 0;
  for (const e of d.entries ?? []) total += yield* walk(e, here);
  return total;
}
for (const { path } of walk(root)) console.log(path);
const sizes = (() => { const g = walk(root); let r = g.next(); while (!r.done) r = g.next(); return r.value; })();
console.log(sizes);
function* pairs<T>(xs: T[]): Generator<[T, T]> { for (let i = 0; i < xs.length; i++) for (let j = i + 1; j < xs.length; j++) yield [xs[i], xs[j]]; }
console.log([...pairs([..."abc"])].map((p) => p.join("")).join());
function* inorder(t: any): Generator<number> { if (t) { yield* inorder(t[0]); yield t[1]; yield* inorder(t[2]); } }
const build = (xs: number[]): any => { if (!xs.length) return null; const m = xs.length >> 1; return [build(xs.slice(0, m)), xs[m], build(xs.slice(m + 1))]; };
console.log([...inorder(build([1, 2, 3, 4, 5, 6, 7]))].join(""), JSON.stringify(build([1, 2, 3])));
function same(a: Iterable<number>, b: Iterable<number>): boolean {
  const [x, y] = [a[Symbol.iterator](), b[Symbol.iterator]()];
  for (;;) { const [p, q] = [x.next(), y.next()]; if (p.done !== q.done) return false; if (p.done) return true; if (p.value !== q.value) return false; }
}
console.log(same(inorder(build([1, 2, 3])), [1, 2, 3]), same(inorder(build([1, 2])), [1, 2, 3]), same([], []));
function* hanoi(n: number, a = "A", b = "B", c = "C"): Generator<string> { if (n) { yield* hanoi(n - 1, a, c, b); yield a + c; yield* hanoi(n - 1, b, a, c); } }
console.log([...hanoi(3)].join(" "), [...hanoi(5)].length);
function* subsets<T>(xs: T[], i = 0): Generator<T[]> { if (i === xs.length) { yield []; return; } for (const rest of subsets(xs, i + 1)) { yield rest; yield [xs[i], ...rest]; } }
console.log([...subsets([1, 2, 3])].map((s) => `{${s}}`).join(" "));
function* gray(n: number): Generator<string> { if (n === 0) { yield ""; return; } const prev = [...gray(n - 1)]; for (const p of prev) yield "0" + p; for (const p of prev.reverse()) yield "1" + p; }
console.log([...gray(3)].join(" "));
function* product<T>(...lists: T[][]): Generator<T[]> { if (!lists.length) { yield []; return; } const [first, ...rest] = lists; for (const x of first) for (const p of product(...rest)) yield [x, ...p]; }
console.log([...product([1, 2], [3], [4, 5])].map((p) => p.join("")), [...product()].length, [...product([1], [])].length);
function* flat(x: any): Generator<any> { if (typeof x !== "string" && x?.[Symbol.iterator]) for (const y of x) yield* flat(y); else yield x; }
console.log([...flat([1, [2, new Set([3, [4, "five"]])], new Map([[6, 7]])])]);
