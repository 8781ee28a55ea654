// Sudoku by constraint propagation and search, on bit masks.
type Digit = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
const ALL = 0b111111111;
const bit = (d: number) => 1 << (d - 1);
const count = (mask: number): number => {
  let n = 0;
  for (; mask; mask &= mask - 1) n++;
  return n;
};
function* digits(mask: number): Generator<Digit> {
  for (let d = 1; d <= 9; d++) if (mask & bit(d)) yield d as Digit;
}

const UNITS: readonly (readonly number[])[] = (() => {
  const nine = Array.from({ length: 9 }, (_, i) => i);
  const rows = nine.map((r) => nine.map((c) => r * 9 + c));
  const columns = nine.map((c) => nine.map((r) => r * 9 + c));
  const boxes = nine.map((b) => nine.map((i) => (Math.floor(b / 3) * 3 + Math.floor(i / 3)) * 9 + (b % 3) * 3 + (i % 3)));
  return [...rows, ...columns, ...boxes];
})();
const PEERS: readonly ReadonlySet<number>[] = Array.from({ length: 81 }, (_, cell) => {
  const peers = new Set(UNITS.filter((u) => u.includes(cell)).flat());
  peers.delete(cell);
  return peers;
});

class Contradiction extends Error {}
interface Statistics {
  guesses: number;
  assigned: number;
}

class Board {
  private constructor(private readonly cells: number[], readonly statistics: Statistics) {}

  static parse(text: string): Board {
    const given = [...text].filter((c) => c === "." || (c >= "0" && c <= "9"));
    if (given.length !== 81) throw new Error(`81 cells, not ${given.length}`);
    const board = new Board(new Array(81).fill(ALL), { guesses: 0, assigned: 0 });
    given.forEach((c, cell) => {
      if (c >= "1" && c <= "9") board.assign(cell, bit(Number(c)));
    });
    return board;
  }

  private copy(): Board {
    return new Board([...this.cells], this.statistics);
  }

  get solved(): boolean {
    return this.cells.every((m) => count(m) === 1);
  }

  private assign(cell: number, mask: number): void {
    this.statistics.assigned++;
    this.remove(cell, this.cells[cell] & ~mask);
    if (this.cells[cell] !== mask) throw new Contradiction(`cell ${cell}`);
  }

  private remove(cell: number, mask: number): void {
    const before = this.cells[cell];
    const now = before & ~mask;
    if (now === before) return;
    if (now === 0) throw new Contradiction(`cell ${cell}`);
    this.cells[cell] = now;
    if (count(now) === 1) for (const peer of PEERS[cell]) this.remove(peer, now);
    for (const unit of UNITS) {
      if (!unit.includes(cell)) continue;
      for (const d of digits(before & mask)) {
        const places = unit.filter((c) => this.cells[c] & bit(d));
        if (places.length === 0) throw new Contradiction(`no place for ${d}`);
        if (places.length === 1 && this.cells[places[0]] !== bit(d)) this.assign(places[0], bit(d));
      }
    }
  }

  *solutions(): Generator<Board> {
    if (this.solved) {
      yield this;
      return;
    }
    let best = -1;
    for (let cell = 0; cell < 81; cell++) {
      const n = count(this.cells[cell]);
      if (n > 1 && (best < 0 || n < count(this.cells[best]))) best = cell;
    }
    for (const d of digits(this.cells[best])) {
      const next = this.copy();
      this.statistics.guesses++;
      try {
        next.assign(best, bit(d));
      } catch (e) {
        if (e instanceof Contradiction) continue;
        throw e;
      }
      yield* next.solutions();
    }
  }

  get isValid(): boolean {
    return UNITS.every((unit) => unit.reduce((mask, c) => mask | (count(this.cells[c]) === 1 ? this.cells[c] : 0), 0) === ALL);
  }

  toString(): string {
    const symbol = (mask: number) => (count(mask) === 1 ? String([...digits(mask)][0]) : ".");
    const rows: string[] = [];
    for (let r = 0; r < 9; r++) {
      if (r % 3 === 0 && r > 0) rows.push("------+-------+------");
      const row = this.cells.slice(r * 9, r * 9 + 9).map(symbol);
      rows.push([0, 3, 6].map((c) => row.slice(c, c + 3).join(" ")).join(" | "));
    }
    return rows.join("\n");
  }
}

const puzzles: Record<string, string> = {
  easy: "530070000600195000098000060800060003400803001700020006060000280000419005000080079",
  hard: "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......",
  medium: `
    2 . . | . 8 . | 3 . .
    . 6 . | . 7 . | . 8 4
    . 3 . | 5 . . | 2 . 9
    . . . | 1 . 5 | 4 . 8
    . . . | . . . | . . .
    4 . 2 | 7 . 6 | . . .
    3 . 1 | . . 7 | . 4 .
    7 2 . | . 4 . | . 6 .
    . . 4 | . 1 . | . . 3`,
};
for (const [name, text] of Object.entries(puzzles)) {
  const board = Board.parse(text);
  const [solution] = board.solutions();
  console.log(`${name}: ${solution.isValid}, guesses ${board.statistics.guesses > 0 ? "needed" : "not needed"}`);
  console.log(`${solution}`);
}
const open = Board.parse("53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5.......79");
let found = 0;
for (const solution of open.solutions()) if (solution.isValid && ++found === 3) break;
console.log(found, open.solved, PEERS[0].size, UNITS.length);
for (const bad of ["55" + ".".repeat(79), "1".repeat(10)]) {
  try {
    Board.parse(bad);
  } catch (e) {
    console.log(e instanceof Contradiction, (e as Error).message);
  }
}
