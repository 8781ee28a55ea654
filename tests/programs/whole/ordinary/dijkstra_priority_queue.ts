// Shortest paths by Dijkstra's algorithm, with a generic binary heap.
class PriorityQueue<T> {
  private readonly heap: T[] = [];
  constructor(private readonly compare: (a: T, b: T) => number, items: Iterable<T> = []) {
    for (const item of items) this.push(item);
  }

  get size(): number {
    return this.heap.length;
  }

  peek(): T | undefined {
    return this.heap[0];
  }

  push(item: T): this {
    const { heap } = this;
    let i = heap.push(item) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (this.compare(heap[i], heap[parent]) >= 0) break;
      [heap[i], heap[parent]] = [heap[parent], heap[i]];
      i = parent;
    }
    return this;
  }

  pop(): T | undefined {
    const { heap } = this;
    const top = heap[0];
    const last = heap.pop();
    if (heap.length > 0 && last !== undefined) {
      heap[0] = last;
      this.sink(0);
    }
    return top;
  }

  private sink(i: number): void {
    const { heap } = this;
    for (;;) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) {
        if (child < heap.length && this.compare(heap[child], heap[least]) < 0) least = child;
      }
      if (least === i) return;
      [heap[i], heap[least]] = [heap[least], heap[i]];
      i = least;
    }
  }

  *drain(): Generator<T> {
    while (this.heap.length > 0) yield this.pop()!;
  }
}

interface Edge<N> {
  readonly to: N;
  readonly weight: number;
}
interface Path<N> {
  readonly nodes: readonly N[];
  readonly distance: number;
}

class Graph<N> {
  private readonly edges = new Map<N, Edge<N>[]>();

  static parse(text: string): Graph<string> {
    const graph = new Graph<string>();
    for (const line of text.trim().split("\n")) {
      const [from, arrow, to, weight] = line.trim().split(" ");
      if (arrow === "->") graph.connect(from, to, Number(weight));
      else graph.connect(from, to, Number(weight)).connect(to, from, Number(weight));
    }
    return graph;
  }

  connect(from: N, to: N, weight: number): this {
    if (weight < 0) throw new RangeError("negative weight");
    for (const node of [from, to]) if (!this.edges.has(node)) this.edges.set(node, []);
    this.edges.get(from)!.push({ to, weight });
    return this;
  }

  get nodes(): N[] {
    return [...this.edges.keys()];
  }

  from(start: N): { distances: Map<N, number>; path(to: N): Path<N> | undefined } {
    const distances = new Map<N, number>([[start, 0]]);
    const previous = new Map<N, N>();
    const done = new Set<N>();
    const queue = new PriorityQueue<[number, N]>(([a], [b]) => a - b, [[0, start]]);
    for (const [distance, node] of queue.drain()) {
      if (done.has(node)) continue;
      done.add(node);
      for (const { to, weight } of this.edges.get(node) ?? []) {
        const candidate = distance + weight;
        if (candidate >= (distances.get(to) ?? Infinity)) continue;
        distances.set(to, candidate);
        previous.set(to, node);
        queue.push([candidate, to]);
      }
    }
    const path = (to: N): Path<N> | undefined => {
      const distance = distances.get(to);
      if (distance === undefined) return undefined;
      const nodes = [to];
      for (let at = previous.get(to); at !== undefined; at = previous.get(at)) nodes.unshift(at);
      return { nodes, distance };
    };
    return { distances, path };
  }
}

const numbers = new PriorityQueue<number>((a, b) => a - b, [5, 3, 8, 1, 9, 2, 7, 1]);
console.log(numbers.size, numbers.peek(), [...numbers.drain()].join(" "), numbers.pop(), numbers.size);
const tasks = new PriorityQueue<{ name: string; urgency: number }>((a, b) => b.urgency - a.urgency || a.name.localeCompare(b.name));
tasks.push({ name: "mail", urgency: 2 }).push({ name: "fire", urgency: 9 }).push({ name: "call", urgency: 2 });
console.log(Array.from(tasks.drain(), (t) => t.name).join());

const graph = Graph.parse(`
  A - B 7
  A - C 9
  A - F 14
  B - C 10
  B - D 15
  C - D 11
  C - F 2
  D - E 6
  E - F 9
  E -> G 1
  X -> A 1
`);
const { distances, path } = graph.from("A");
console.log(distances);
for (const node of graph.nodes) {
  const found = path(node);
  console.log(node, found ? `${found.nodes.join(">")} = ${found.distance}` : "unreachable");
}
try {
  graph.connect("A", "B", -1);
} catch (e) {
  console.log((e as Error).message);
}
const grid = new Graph<number>();
const size = 12;
for (let y = 0; y < size; y++) {
  for (let x = 0; x < size; x++) {
    const at = y * size + x;
    if (x + 1 < size) grid.connect(at, at + 1, ((x * 7 + y * 3) % 5) + 1);
    if (y + 1 < size) grid.connect(at, at + size, ((x * 5 + y * 11) % 7) + 1);
  }
}
const best = grid.from(0).path(size * size - 1)!;
console.log(best.distance, best.nodes.length, best.nodes.slice(0, 6));
