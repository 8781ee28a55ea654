function lcs(a: string, b: string): string {
  const t: string[][] = Array.from({ length: a.length + 1 }, () => new Array<string>(b.length + 1).fill(""));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      t[i][j] = a[i - 1] === b[j - 1] ? t[i - 1][j - 1] + a[i - 1] : t[i - 1][j].length >= t[i][j - 1].length ? t[i - 1][j] : t[i][j - 1];
    }
  }
  return t[a.length][b.length];
}
console.log(lcs("AGGTAB", "GXTXAYB"), lcs("", "x") === "");
function levenshtein(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length];
}
console.log(levenshtein("kitten", "sitting"), levenshtein("", "abc"), levenshtein("same", "same"));
function knapsack(items: { w: number; v: number }[], capacity: number): number {
  const best: number[] = new Array(capacity + 1).fill(0);
  for (const { w, v } of items) for (let c = capacity; c >= w; c--) best[c] = Math.max(best[c], best[c - w] + v);
  return best[capacity];
}
console.log(knapsack([{ w: 1, v: 1 }, { w: 3, v: 4 }, { w: 4, v: 5 }, { w: 5, v: 7 }], 7));
function change(coins: number[], amount: number): { ways: number; fewest: number } {
  const ways = [1, ...new Array<number>(amount).fill(0)];
  const fewest = [0, ...new Array<number>(amount).fill(Infinity)];
  for (const coin of coins) {
    for (let a = coin; a <= amount; a++) {
      ways[a] += ways[a - coin];
      fewest[a] = Math.min(fewest[a], fewest[a - coin] + 1);
    }
  }
  return { ways: ways[amount], fewest: fewest[amount] };
}
console.log(change([1, 2, 5], 11), change([2], 3), change([1, 5, 10, 25, 50], 100));
const lis = (ns: number[]) => {
  const best = ns.map(() => 1);
  ns.forEach((n, i) => { for (let j = 0; j < i; j++) if (ns[j] < n) best[i] = Math.max(best[i], best[j] + 1); });
  return Math.max(0, ...best);
};
console.log(lis([10, 9, 2, 5, 3, 7, 101, 18]), lis([]));
const memo: { [key: string]: number } = {};
const paths = (r: number, c: number): number => (r === 0 || c === 0 ? 1 : (memo[`${r},${c}`] ??= paths(r - 1, c) + paths(r, c - 1)));
console.log(paths(10, 10), Object.keys(memo).length);
const pascal = (n: number): number[][] => Array.from({ length: n }).reduce<number[][]>((rows) => [...rows, [1, ...(rows.at(-1) ?? []).map((x, i, r) => x + (r[i + 1] ?? 0))].slice(0, rows.length + 1)], []);
console.log(pascal(6).map((r) => r.join(" ")).join(" | "));
function partitions(n: number, max = n): number[][] {
  if (n === 0) return [[]];
  const out: number[][] = [];
  for (let k = Math.min(n, max); k > 0; k--) for (const rest of partitions(n - k, k)) out.push([k, ...rest]);
  return out;
}
console.log(partitions(5).map((p) => p.join("+")).join(" "), partitions(10).length);
