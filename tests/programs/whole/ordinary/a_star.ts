// Paths through a maze by A*, with several heuristics and diagonal moves as an option.
interface Point {
  readonly x: number;
  readonly y: number;
}
type Heuristic = (a: Point, b: Point) => number;
const heuristics = {
  manhattan: (a, b) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y),
  euclid: (a, b) => Math.hypot(a.x - b.x, a.y - b.y),
  octile: (a, b) => {
    const [dx, dy] = [Math.abs(a.x - b.x), Math.abs(a.y - b.y)];
    return Math.max(dx, dy) + (Math.SQRT2 - 1) * Math.min(dx, dy);
  },
  none: () => 0,
} satisfies Record<string, Heuristic>;

interface SearchOptions {
  heuristic?: keyof typeof heuristics;
  diagonal?: boolean;
}
type SearchResult = { found: true; path: Point[]; cost: number; visited: number } | { found: false; visited: number };

class Maze {
  readonly width: number;
  readonly height: number;
  private constructor(private readonly rows: readonly string[], readonly start: Point, readonly goal: Point) {
    this.height = rows.length;
    this.width = rows[0].length;
  }

  static parse(text: string): Maze {
    const rows = text.split("\n").filter((r) => r !== "");
    if (rows.some((r) => r.length !== rows[0].length)) throw new Error("rows of different lengths");
    const find = (c: string): Point => {
      const y = rows.findIndex((r) => r.includes(c));
      if (y < 0) throw new Error(`no ${c} in the maze`);
      return { x: rows[y].indexOf(c), y };
    };
    return new Maze(rows, find("S"), find("G"));
  }

  cost({ x, y }: Point): number {
    const c = this.rows[y]?.[x];
    switch (c) {
      case undefined:
      case "#":
        return Infinity;
      case "~":
        return 5;
      default:
        return 1;
    }
  }

  *neighbours(p: Point, diagonal: boolean): Generator<[Point, number]> {
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        if (dx === 0 && dy === 0) continue;
        const isDiagonal = dx !== 0 && dy !== 0;
        if (isDiagonal && !diagonal) continue;
        const next = { x: p.x + dx, y: p.y + dy };
        const cost = this.cost(next);
        if (cost === Infinity) continue;
        if (isDiagonal && this.cost({ x: p.x + dx, y: p.y }) === Infinity && this.cost({ x: p.x, y: p.y + dy }) === Infinity) continue;
        yield [next, cost * (isDiagonal ? Math.SQRT2 : 1)];
      }
    }
  }

  draw(path: readonly Point[]): string {
    const cells = this.rows.map((r) => [...r]);
    for (const { x, y } of path) if (!"SG".includes(cells[y][x])) cells[y][x] = "*";
    return cells.map((r) => r.join("")).join("\n");
  }
}

function search(maze: Maze, { heuristic = "manhattan", diagonal = false }: SearchOptions = {}): SearchResult {
  const h = (p: Point) => (heuristics[heuristic] as Heuristic)(p, maze.goal);
  const key = (p: Point) => p.y * maze.width + p.x;
  interface Open {
    point: Point;
    score: number;
    order: number;
  }
  let order = 0;
  const open: Open[] = [{ point: maze.start, score: h(maze.start), order }];
  const costs = new Map<number, number>([[key(maze.start), 0]]);
  const cameFrom = new Map<number, Point>();
  const closed = new Set<number>();
  while (open.length > 0) {
    let best = 0;
    for (let i = 1; i < open.length; i++) {
      const d = open[i].score - open[best].score;
      if (d < 0 || (d === 0 && open[i].order > open[best].order)) best = i;
    }
    const [{ point }] = open.splice(best, 1);
    const k = key(point);
    if (closed.has(k)) continue;
    closed.add(k);
    if (point.x === maze.goal.x && point.y === maze.goal.y) {
      const path: Point[] = [];
      for (let at: Point | undefined = point; at; at = cameFrom.get(key(at))) path.push(at);
      return { found: true, path: path.reverse(), cost: costs.get(k)!, visited: closed.size };
    }
    for (const [next, step] of maze.neighbours(point, diagonal)) {
      const nk = key(next);
      const cost = costs.get(k)! + step;
      if (cost >= (costs.get(nk) ?? Infinity)) continue;
      costs.set(nk, cost);
      cameFrom.set(nk, point);
      open.push({ point: next, score: cost + h(next), order: ++order });
    }
  }
  return { found: false, visited: closed.size };
}

const maze = Maze.parse(`
S.#.......
..#.####..
..#....#..
.###.#.#.#
.....#.~.G
.###.#.~..
...#...~..
`);
const runs: SearchOptions[] = [{}, { heuristic: "none" }, { heuristic: "euclid" }, { heuristic: "octile", diagonal: true }, { heuristic: "none", diagonal: true }];
for (const options of runs) {
  const result = search(maze, options);
  if (!result.found) {
    console.log("no path", options);
    continue;
  }
  console.log(`${options.heuristic ?? "default"}${options.diagonal ? " diagonal" : ""}: cost ${result.cost.toFixed(3)}, ${result.path.length} steps`);
}
const first = search(maze);
if (first.found) console.log(maze.draw(first.path));
const blocked = search(Maze.parse("S#G\n.#.\n.#."));
console.log(blocked);
for (const bad of ["S..\n..", "...\n..G"]) {
  try {
    Maze.parse(bad);
  } catch (e) {
    console.log((e as Error).message);
  }
}
