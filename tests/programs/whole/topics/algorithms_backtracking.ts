function queens(n: number): number[][] {
  const out: number[][] = [];
  const place = (row: number, columns: number[]): void => {
    if (row === n) {
      out.push([...columns]);
      return;
    }
    for (let c = 0; c < n; c++) {
      if (columns.some((x, r) => x === c || Math.abs(x - c) === row - r)) continue;
      columns.push(c);
      place(row + 1, columns);
      columns.pop();
    }
  };
  place(0, []);
  return out;
}
console.log(queens(6).length, queens(8).length, queens(4).map((q) => q.map((c) => ".".repeat(c) + "Q" + ".".repeat(3 - c)).join("/")));
function* combinations<T>(items: T[], k: number, start = 0): Generator<T[]> {
  if (k === 0) yield [];
  else for (let i = start; i <= items.length - k; i++) for (const rest of combinations(items, k - 1, i + 1)) yield [items[i], ...rest];
}
console.log(Array.from(combinations([..."abcd"], 2), (c) => c.join("")).join(" "), [...combinations([1, 2, 3, 4, 5], 3)].length);
function subsetSum(ns: number[], target: number): number[] | undefined {
  if (target === 0) return [];
  if (ns.length === 0 || target < 0) return undefined;
  const [n, ...rest] = ns;
  const withN = subsetSum(rest, target - n);
  return withN ? [n, ...withN] : subsetSum(rest, target);
}
console.log(subsetSum([3, 34, 4, 12, 5, 2], 9), subsetSum([1, 2], 10));
const parens = (n: number, open = 0, s = ""): string[] => (s.length === 2 * n ? [s] : [...(open < n ? parens(n, open + 1, s + "(") : []), ...(s.length - open < open ? parens(n, open, s + ")") : [])]);
console.log(parens(3));
const balanced = (s: string) => {
  const stack: string[] = [];
  const pairs: Record<string, string> = { ")": "(", "]": "[", "}": "{" };
  for (const c of s) {
    if ("([{".includes(c)) stack.push(c);
    else if (c in pairs && stack.pop() !== pairs[c]) return false;
  }
  return stack.length === 0;
};
console.log(["([]{})", "(]", "((", "", "a(b)c"].map(balanced));
function wordSearch(board: string[], word: string): boolean {
  const seen = new Set<string>();
  const go = (r: number, c: number, i: number): boolean => {
    if (i === word.length) return true;
    const key = `${r},${c}`;
    if (board[r]?.[c] !== word[i] || seen.has(key)) return false;
    seen.add(key);
    const found = [[0, 1], [1, 0], [0, -1], [-1, 0]].some(([dr, dc]) => go(r + dr, c + dc, i + 1));
    seen.delete(key);
    return found;
  };
  return board.some((row, r) => [...row].some((_, c) => go(r, c, 0)));
}
console.log(wordSearch(["ABCE", "SFCS", "ADEE"], "ABCCED"), wordSearch(["ABCE", "SFCS", "ADEE"], "ABCB"));
function colour(edges: [number, number][], n: number, colours: number): number[] | null {
  const chosen: number[] = [];
  const go = (v: number): boolean => v === n || Array.from({ length: colours }, (_, c) => c).some((c) => {
    if (edges.some(([a, b]) => (a === v && chosen[b] === c) || (b === v && chosen[a] === c))) return false;
    chosen[v] = c;
    if (go(v + 1)) return true;
    chosen.length = v;
    return false;
  });
  return go(0) ? chosen : null;
}
console.log(colour([[0, 1], [1, 2], [2, 0]], 3, 3), colour([[0, 1], [1, 2], [2, 0]], 3, 2));
