type Grid = number[][];
const make = (rows: number, cols: number, f: (r: number, c: number) => number): Grid => Array.from({ length: rows }, (_, r) => Array.from({ length: cols }, (_, c) => f(r, c)));
const show = (g: Grid) => g.map((row) => row.join(" ")).join("\n");
const g = make(3, 4, (r, c) => r * 4 + c);
console.log(show(g));
const transpose = (m: Grid): Grid => m[0].map((_, c) => m.map((row) => row[c]));
const rotate = (m: Grid): Grid => transpose(m).map((row) => row.slice().reverse());
console.log(show(transpose(g)));
console.log(show(rotate(g)));
const multiply = (a: Grid, b: Grid): Grid => a.map((row) => b[0].map((_, c) => row.reduce((s, x, k) => s + x * b[k][c], 0)));
console.log(show(multiply(g, transpose(g))));
function spiral(m: Grid): number[] {
  const out: number[] = [];
  let rest = m.map((r) => [...r]);
  while (rest.length) {
    out.push(...rest.shift()!);
    rest = rest.length ? transpose(rest).reverse() : [];
  }
  return out;
}
console.log(spiral(g).join(" "));
g[1][2] = -1;
g[2]![0]! += 100;
console.log(g[1][2], g[2][0], g[9]?.[0], g.flat().length, g.at(-1)!.at(-1));
const diagonal = g.map((row, i) => row[i]);
console.log(diagonal, g.some((row) => row.includes(-1)), g.findIndex((row) => row[0] > 50));
const copy = g.map((r) => r.slice());
copy[0][0] = 42;
console.log(g[0][0], copy[0][0]);
function flood(board: string[], r: number, c: number): string[] {
  const cells = board.map((row) => [...row]);
  const fill = (y: number, x: number): void => {
    if (cells[y]?.[x] !== ".") return;
    cells[y][x] = "~";
    fill(y + 1, x), fill(y - 1, x), fill(y, x + 1), fill(y, x - 1);
  };
  fill(r, c);
  return cells.map((row) => row.join(""));
}
console.log(flood(["..#.", ".#..", "#..."], 0, 0).join("\n"));
