const s = new Set([3, 1, 3, 2, 1]);
console.log(s, s.size, s.has(3), s.has(9), s.add(9) === s, s.delete(3), s.delete(3));
console.log([...s], Array.from(s, (x) => x * 2));
s.forEach((v, k) => console.log(v === k, v));
const a = new Set("abcd");
const b = new Set("bdf");
console.log([...new Set([...a, ...b])].join(""), [...a].filter((x) => b.has(x)).join(""), [...a].filter((x) => !b.has(x)).join(""));
console.log(new Set([NaN, NaN, 0, -0]).size, new Set([[], []]).size, new Set().size, new Set(null).size);
const unique = <T>(items: T[]) => [...new Set(items)];
console.log(unique(["x", "y", "x"]));
const queue = new Set([1]);
for (const n of queue) if (n < 20) queue.add(n * 2).add(n * 3);
console.log([...queue].join());
for (const n of queue) queue.delete(n);
console.log(queue.size);
const again = new Set(["p", "q"]);
const order: string[] = [];
for (const x of again) {
  order.push(x);
  if (order.length < 4) {
    again.delete(x);
    again.add(x);
  }
}
console.log(order);
class Graph {
  #edges = new Map<string, Set<string>>();
  connect(x: string, y: string) {
    for (const [p, q] of [[x, y], [y, x]]) {
      if (!this.#edges.has(p)) this.#edges.set(p, new Set());
      this.#edges.get(p)!.add(q);
    }
    return this;
  }
  reach(from: string, seen = new Set<string>()): Set<string> {
    if (!seen.has(from)) {
      seen.add(from);
      for (const next of this.#edges.get(from) ?? []) this.reach(next, seen);
    }
    return seen;
  }
}
console.log(new Graph().connect("a", "b").connect("b", "c").connect("x", "y").reach("a"));
