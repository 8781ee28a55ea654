type Player = "X" | "O";
type Cell = Player | null;
type Board = readonly Cell[];
const LINES = [[0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6]] as const;
const other = (p: Player): Player => (p === "X" ? "O" : "X");
const winner = (b: Board): Player | "draw" | undefined => { for (const [x, y, z] of LINES) if (b[x] && b[x] === b[y] && b[y] === b[z]) return b[x]; return b.every(Boolean) ? "draw" : undefined; };
const moves = (b: Board) => b.flatMap((c, i) => (c ? [] : [i]));
const play = (b: Board, i: number, p: Player): Board => { if (b[i]) throw new Error(`cell ${i} is taken`); return b.with(i, p); };
const memo = new Map<string, { score: number; move: number }>();
let positions = 0;
function best(b: Board, p: Player): { score: number; move: number } {
  const key = b.map((c) => c ?? "-").join("") + p;
  const known = memo.get(key);
  if (known) return known;
  positions++;
  const w = winner(b);
  let result = { score: w === undefined || w === "draw" ? 0 : w === p ? 1 : -1, move: -1 };
  if (w === undefined) {
    result = { score: -Infinity, move: -1 };
    for (const m of moves(b)) { const score = -best(play(b, m, p), other(p)).score; if (score > result.score) result = { score, move: m }; }
  }
  memo.set(key, result);
  return result;
}
const show = (b: Board) => [0, 3, 6].map((r) => b.slice(r, r + 3).map((c) => c ?? ".").join(" ")).join("\n");
let board: Board = Array<Cell>(9).fill(null);
let turn: Player = "X";
const history: number[] = [];
while (winner(board) === undefined) { const { move } = best(board, turn); history.push(move); board = play(board, move, turn); turn = other(turn); }
console.log(show(board), winner(board), history.join(""), positions);
const puzzle: Board = ["X", "O", "X", null, "O", null, null, null, null];
console.log(best(puzzle, "X"), best(puzzle, "O"), winner(["X", "X", "X", ...Array<Cell>(6).fill(null)]));
try { play(puzzle, 0, "O"); } catch (e) { console.log((e as Error).message); }
let seed = 1;
const random = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
const results: Record<string, number> = {};
for (let g = 0; g < 30; g++) { let b: Board = Array<Cell>(9).fill(null); let p: Player = "X"; let w: ReturnType<typeof winner>; while ((w = winner(b)) === undefined) { const ms = moves(b); b = play(b, p === "O" ? best(b, p).move : ms[random(ms.length)], p); p = other(p); } results[w] = (results[w] ?? 0) + 1; }
console.log(results, !("X" in results));
