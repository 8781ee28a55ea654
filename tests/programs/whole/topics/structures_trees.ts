class TreeNode<K, V> {
  left?: TreeNode<K, V>;
  right?: TreeNode<K, V>;
  height = 1;
  constructor(readonly key: K, public value: V) {}
}
class TreeMap<K, V> implements Iterable<[K, V]> {
  private root?: TreeNode<K, V>;
  #size = 0;
  constructor(private compare: (a: K, b: K) => number) {}
  get size() {
    return this.#size;
  }
  get height() {
    return this.root?.height ?? 0;
  }
  set(key: K, value: V): this {
    this.root = this.#insert(this.root, key, value);
    return this;
  }
  get(key: K): V | undefined {
    let node = this.root;
    while (node) {
      const c = this.compare(key, node.key);
      if (c === 0) return node.value;
      node = c < 0 ? node.left : node.right;
    }
    return undefined;
  }
  #insert(node: TreeNode<K, V> | undefined, key: K, value: V): TreeNode<K, V> {
    if (!node) {
      this.#size++;
      return new TreeNode(key, value);
    }
    const c = this.compare(key, node.key);
    if (c === 0) node.value = value;
    else if (c < 0) node.left = this.#insert(node.left, key, value);
    else node.right = this.#insert(node.right, key, value);
    return this.#balance(node);
  }
  #balance(n: TreeNode<K, V>): TreeNode<K, V> {
    const h = (x?: TreeNode<K, V>) => x?.height ?? 0;
    const fix = (x: TreeNode<K, V>) => ((x.height = 1 + Math.max(h(x.left), h(x.right))), x);
    const turn = (x: TreeNode<K, V>, a: "left" | "right", b: "left" | "right") => {
      const up = x[a]!;
      x[a] = up[b];
      up[b] = fix(x);
      return fix(up);
    };
    const d = h(n.left) - h(n.right);
    if (d > 1) {
      if (h(n.left!.left) < h(n.left!.right)) n.left = turn(n.left!, "right", "left");
      return turn(n, "left", "right");
    }
    if (d < -1) {
      if (h(n.right!.right) < h(n.right!.left)) n.right = turn(n.right!, "left", "right");
      return turn(n, "right", "left");
    }
    return fix(n);
  }
  *[Symbol.iterator](): Generator<[K, V]> {
    function* walk(n?: TreeNode<K, V>): Generator<[K, V]> {
      if (!n) return;
      yield* walk(n.left);
      yield [n.key, n.value];
      yield* walk(n.right);
    }
    yield* walk(this.root);
  }
  *range(from: K, to: K) {
    for (const [k, v] of this) {
      if (this.compare(k, from) < 0) continue;
      if (this.compare(k, to) > 0) return;
      yield v;
    }
  }
}
const m = new TreeMap<number, string>((a, b) => a - b);
for (let i = 0; i < 100; i++) m.set((i * 37) % 101, "v" + i);
console.log(m.size, m.height, m.get(37), m.get(1000), [...m].slice(0, 3), [...m.range(50, 53)]);
m.set(37, "new");
console.log(m.size, m.get(37), [...m].every(([k], i, all) => i === 0 || all[i - 1][0] < k));
class Trie {
  private children: Record<string, Trie> = {};
  private isWord = false;
  add(word: string): this {
    let node: Trie = this;
    for (const c of word) node = node.children[c] ??= new Trie();
    node.isWord = true;
    return this;
  }
  *words(prefix = ""): Generator<string> {
    let node: Trie | undefined = this;
    for (const c of prefix) if (!(node = node?.children[c])) return;
    if (node.isWord) yield prefix;
    for (const [c, child] of Object.entries(node.children)) for (const w of child.words()) yield prefix + c + w;
  }
}
const trie = ["car", "cart", "care", "dog", "do"].reduce((t, w) => t.add(w), new Trie());
console.log([...trie.words("car")], [...trie.words("d")], [...trie.words("x")], [...trie.words()].length);
