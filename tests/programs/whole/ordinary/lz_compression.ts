// LZ77 with a hash of recent positions, LZW, run lengths and Huffman codes; each round trip is checked.
interface Compressor<T> {
  readonly name: string;
  compress(text: string): T;
  expand(packed: T): string;
  size(packed: T): number;
}

type Lz77Token = string | readonly [distance: number, length: number];
const lz77: Compressor<Lz77Token[]> = {
  name: "lz77",
  compress(text) {
    const tokens: Lz77Token[] = [];
    const seen = new Map<string, number[]>();
    let i = 0;
    const remember = (at: number) => {
      const key = text.slice(at, at + 3);
      if (key.length < 3) return;
      const list = seen.get(key);
      if (list) list.push(at);
      else seen.set(key, [at]);
    };
    while (i < text.length) {
      let [bestLength, bestAt] = [0, 0];
      for (const at of seen.get(text.slice(i, i + 3))?.slice(-16) ?? []) {
        let length = 3;
        while (i + length < text.length && text[at + length] === text[i + length] && length < 255) length++;
        if (length >= bestLength) [bestLength, bestAt] = [length, at];
      }
      if (bestLength >= 3) {
        tokens.push([i - bestAt, bestLength]);
        for (let k = 0; k < bestLength; k++) remember(i + k);
        i += bestLength;
      } else {
        tokens.push(text[i]);
        remember(i);
        i++;
      }
    }
    return tokens;
  },
  expand(tokens) {
    let out = "";
    for (const token of tokens) {
      if (typeof token === "string") {
        out += token;
        continue;
      }
      const [distance, length] = token;
      const start = out.length - distance;
      for (let k = 0; k < length; k++) out += out[start + k];
    }
    return out;
  },
  size: (tokens) => tokens.reduce((n, t) => n + (typeof t === "string" ? 9 : 20), 0),
};

const lzw: Compressor<number[]> = {
  name: "lzw",
  compress(text) {
    const dictionary = new Map<string, number>(Array.from({ length: 256 }, (_, i) => [String.fromCharCode(i), i]));
    const codes: number[] = [];
    let current = "";
    for (const c of text) {
      if (dictionary.has(current + c)) {
        current += c;
        continue;
      }
      codes.push(dictionary.get(current)!);
      dictionary.set(current + c, dictionary.size);
      current = c;
    }
    if (current !== "") codes.push(dictionary.get(current)!);
    return codes;
  },
  expand(codes) {
    if (codes.length === 0) return "";
    const dictionary = Array.from({ length: 256 }, (_, i) => String.fromCharCode(i));
    let previous = dictionary[codes[0]];
    let out = previous;
    for (const code of codes.slice(1)) {
      const entry = dictionary[code] ?? (code === dictionary.length ? previous + previous[0] : undefined);
      if (entry === undefined) throw new RangeError(`bad code ${code}`);
      out += entry;
      dictionary.push(previous + entry[0]);
      previous = entry;
    }
    return out;
  },
  size: (codes) => codes.length * 12,
};

const runLength: Compressor<[string, number][]> = {
  name: "rle",
  compress: (text) =>
    [...text].reduce<[string, number][]>((runs, c) => {
      const last = runs.at(-1);
      if (last?.[0] === c) last[1]++;
      else runs.push([c, 1]);
      return runs;
    }, []),
  expand: (runs) => runs.map(([c, n]) => c.repeat(n)).join(""),
  size: (runs) => runs.length * 16,
};

type Leaf = { weight: number; symbol: string };
type Branch = { weight: number; left: HuffmanNode; right: HuffmanNode };
type HuffmanNode = Leaf | Branch;
interface Huffman {
  tree: HuffmanNode | null;
  bits: string;
}
const huffman: Compressor<Huffman> & { codes(tree: HuffmanNode | null): Record<string, string> } = {
  name: "huffman",
  codes(tree) {
    const codes: Record<string, string> = {};
    const walk = (node: HuffmanNode, prefix: string): void => {
      if ("symbol" in node) codes[node.symbol] = prefix || "0";
      else {
        walk(node.left, prefix + "0");
        walk(node.right, prefix + "1");
      }
    };
    if (tree) walk(tree, "");
    return codes;
  },
  compress(text) {
    const counts = new Map<string, number>();
    for (const c of text) counts.set(c, (counts.get(c) ?? 0) + 1);
    const nodes: HuffmanNode[] = [...counts].map(([symbol, weight]) => ({ symbol, weight }));
    while (nodes.length > 1) {
      nodes.sort((a, b) => b.weight - a.weight);
      const [left, right] = [nodes.pop()!, nodes.pop()!];
      nodes.push({ weight: left.weight + right.weight, left, right });
    }
    const tree = nodes[0] ?? null;
    const codes = this.codes(tree);
    return { tree, bits: [...text].map((c) => codes[c]).join("") };
  },
  expand({ tree, bits }) {
    if (!tree) return "";
    if ("symbol" in tree) return tree.symbol.repeat(bits.length);
    let out = "";
    let node: HuffmanNode = tree;
    for (const bit of bits) {
      node = bit === "0" ? (node as Branch).left : (node as Branch).right;
      if ("symbol" in node) {
        out += node.symbol;
        node = tree;
      }
    }
    return out;
  },
  size: ({ bits }) => bits.length,
};

function report<T>(compressor: Compressor<T>, text: string): string {
  const packed = compressor.compress(text);
  const good = compressor.expand(packed) === text;
  const ratio = text.length === 0 ? 1 : compressor.size(packed) / (text.length * 8);
  return `${compressor.name.padEnd(8)} ${good ? "ok" : "BAD"} ${String(compressor.size(packed)).padStart(6)} bits ${(ratio * 100).toFixed(1)}%`;
}

const samples: Record<string, string> = {
  empty: "",
  one: "a",
  runs: "a".repeat(40) + "b".repeat(25) + "c",
  words: "the quick brown fox jumps over the lazy dog and the quick brown fox runs ".repeat(6),
  tricky: "aXaXaXaXa" + "abcabcabcabcabcabcabc",
};
for (const [name, text] of Object.entries(samples)) {
  console.log(`== ${name} (${text.length})`);
  console.log(report(lz77, text));
  console.log(report(lzw, text));
  console.log(report(runLength, text));
  console.log(report(huffman, text));
}
console.log(lz77.compress("abcabcabcabcd"));
console.log(lzw.compress("TOBEORNOTTOBEORTOBEORNOT"));
console.log(runLength.compress("aaabcc"), huffman.codes(huffman.compress("aaaabbc").tree));
try {
  lzw.expand([65, 999]);
} catch (e) {
  console.log(`${e}`);
}
