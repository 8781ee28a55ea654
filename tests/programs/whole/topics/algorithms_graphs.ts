class Graph {
  private readonly next = new Map<string, Set<string>>();
  static of(...edges: `${string}-${string}`[]): Graph {
    const g = new Graph();
    for (const e of edges) {
      const [a, b] = e.split("-");
      g.node(a).add(b);
      g.node(b);
    }
    return g;
  }
  private node(n: string): Set<string> {
    const found = this.next.get(n) ?? new Set<string>();
    this.next.set(n, found);
    return found;
  }
  *depthFirst(start: string, seen = new Set<string>()): Generator<string> {
    if (seen.has(start)) return;
    seen.add(start);
    yield start;
    for (const n of this.node(start)) yield* this.depthFirst(n, seen);
  }
  *breadthFirst(start: string): Generator<[node: string, distance: number]> {
    const seen = new Set([start]);
    const queue: [string, number][] = [[start, 0]];
    for (const [node, d] of queue) {
      yield [node, d];
      for (const n of this.node(node)) {
        if (seen.has(n)) continue;
        seen.add(n);
        queue.push([n, d + 1]);
      }
    }
  }
  topological(): string[] | null {
    const degree = new Map([...this.next.keys()].map((n) => [n, 0]));
    for (const targets of this.next.values()) for (const t of targets) degree.set(t, degree.get(t)! + 1);
    const ready = [...degree].filter(([, d]) => d === 0).map(([n]) => n);
    for (const n of ready) {
      for (const t of this.node(n)) {
        const d = degree.get(t)! - 1;
        degree.set(t, d);
        if (d === 0) ready.push(t);
      }
    }
    return ready.length === this.next.size ? ready : null;
  }
  components(): string[][] {
    const index = new Map<string, number>();
    const low = new Map<string, number>();
    const stack: string[] = [];
    const out: string[][] = [];
    const visit = (v: string) => {
      index.set(v, index.size);
      low.set(v, index.get(v)!);
      stack.push(v);
      for (const w of this.node(v)) {
        if (!index.has(w)) {
          visit(w);
          low.set(v, Math.min(low.get(v)!, low.get(w)!));
        } else if (stack.includes(w)) low.set(v, Math.min(low.get(v)!, index.get(w)!));
      }
      if (low.get(v) === index.get(v)) out.push(stack.splice(stack.indexOf(v)).sort());
    };
    for (const v of this.next.keys()) if (!index.has(v)) visit(v);
    return out;
  }
}
const g = Graph.of("a-b", "a-c", "b-d", "c-d", "d-e");
console.log([...g.depthFirst("a")].join(""), [...g.breadthFirst("a")].map(([n, d]) => n + d).join(" "), g.topological());
const cyclic = Graph.of("a-b", "b-c", "c-a", "c-d", "d-e", "e-d");
console.log(cyclic.topological(), cyclic.components(), [...cyclic.depthFirst("d")]);
class UnionFind<T> {
  private parent = new Map<T, T>();
  find(x: T): T {
    const p = this.parent.get(x);
    if (p === undefined || p === x) return x;
    const root = this.find(p);
    this.parent.set(x, root);
    return root;
  }
  union(a: T, b: T): boolean {
    const [x, y] = [this.find(a), this.find(b)];
    if (x !== y) this.parent.set(x, y);
    return x !== y;
  }
}
const edges: [string, string, number][] = [["a", "b", 4], ["b", "c", 8], ["a", "c", 1], ["c", "d", 3], ["b", "d", 2]];
const uf = new UnionFind<string>();
const tree = edges.sort(([, , x], [, , y]) => x - y).filter(([a, b]) => uf.union(a, b));
console.log(tree, tree.reduce((s, [, , w]) => s + w, 0));
