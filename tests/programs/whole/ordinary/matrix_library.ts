// Matrices: arithmetic, determinant, inverse, LU decomposition, powers, printing.
class Matrix {
  private constructor(private readonly data: readonly (readonly number[])[]) {}

  static of(rows: number[][]): Matrix {
    if (rows.length === 0 || rows.some((r) => r.length !== rows[0].length)) throw new RangeError("ragged matrix");
    return new Matrix(rows.map((r) => [...r]));
  }
  static create(rows: number, columns: number, f: (r: number, c: number) => number): Matrix {
    return new Matrix(Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => f(r, c))));
  }
  static identity(n: number): Matrix {
    return Matrix.create(n, n, (r, c) => (r === c ? 1 : 0));
  }
  static zeros = (rows: number, columns = rows) => Matrix.create(rows, columns, () => 0);
  static column(...values: number[]): Matrix {
    return Matrix.of(values.map((v) => [v]));
  }

  get rows(): number {
    return this.data.length;
  }
  get columns(): number {
    return this.data[0].length;
  }
  get isSquare(): boolean {
    return this.rows === this.columns;
  }
  at(r: number, c: number): number {
    const value = this.data.at(r)?.at(c);
    if (value === undefined) throw new RangeError(`no element ${r},${c}`);
    return value;
  }
  map(f: (value: number, r: number, c: number) => number): Matrix {
    return new Matrix(this.data.map((row, r) => row.map((v, c) => f(v, r, c))));
  }
  private zip(other: Matrix, f: (a: number, b: number) => number): Matrix {
    if (this.rows !== other.rows || this.columns !== other.columns) throw new RangeError(`sizes ${this.size} and ${other.size}`);
    return this.map((v, r, c) => f(v, other.data[r][c]));
  }
  get size(): `${number}x${number}` {
    return `${this.rows}x${this.columns}`;
  }
  plus = (other: Matrix) => this.zip(other, (a, b) => a + b);
  minus = (other: Matrix) => this.zip(other, (a, b) => a - b);
  times(other: Matrix): Matrix;
  times(factor: number): Matrix;
  times(other: Matrix | number): Matrix {
    if (typeof other === "number") return this.map((v) => v * other);
    if (this.columns !== other.rows) throw new RangeError(`cannot multiply ${this.size} by ${other.size}`);
    return Matrix.create(this.rows, other.columns, (r, c) => this.data[r].reduce((sum, v, k) => sum + v * other.data[k][c], 0));
  }
  get transposed(): Matrix {
    return Matrix.create(this.columns, this.rows, (r, c) => this.data[c][r]);
  }
  power(n: number): Matrix {
    if (n < 0) return this.inverse().power(-n);
    let result = Matrix.identity(this.rows);
    let base: Matrix = this;
    for (; n > 0; n = Math.floor(n / 2)) {
      if (n % 2 === 1) result = result.times(base);
      base = base.times(base);
    }
    return result;
  }
  minor(r: number, c: number): Matrix {
    return new Matrix(this.data.filter((_, i) => i !== r).map((row) => row.filter((_, j) => j !== c)));
  }
  get determinant(): number {
    if (!this.isSquare) throw new RangeError("no square matrix");
    if (this.rows === 1) return this.data[0][0];
    return this.data[0].reduce((sum, v, c) => sum + (c % 2 ? -v : v) * this.minor(0, c).determinant, 0);
  }
  get trace(): number {
    return this.data.reduce((sum, row, i) => sum + row[i], 0);
  }
  inverse(): Matrix {
    const n = this.rows;
    const work = this.data.map((row, r) => [...row, ...Array.from({ length: n }, (_, c) => (c === r ? 1 : 0))]);
    for (let i = 0; i < n; i++) {
      let pivot = i;
      for (let r = i + 1; r < n; r++) if (Math.abs(work[r][i]) > Math.abs(work[pivot][i])) pivot = r;
      if (Math.abs(work[pivot][i]) < 1e-12) throw new Error("singular matrix");
      [work[i], work[pivot]] = [work[pivot], work[i]];
      const p = work[i][i];
      for (let c = 0; c < 2 * n; c++) work[i][c] /= p;
      for (let r = 0; r < n; r++) {
        if (r === i) continue;
        const factor = work[r][i];
        for (let c = 0; c < 2 * n; c++) work[r][c] -= factor * work[i][c];
      }
    }
    return new Matrix(work.map((row) => row.slice(n)));
  }
  lu(): { l: Matrix; u: Matrix } {
    const n = this.rows;
    const l = Matrix.identity(n).toArray();
    const u = this.toArray();
    for (let i = 0; i < n; i++) {
      for (let r = i + 1; r < n; r++) {
        l[r][i] = u[r][i] / u[i][i];
        for (let c = i; c < n; c++) u[r][c] -= l[r][i] * u[i][c];
      }
    }
    return { l: new Matrix(l), u: new Matrix(u) };
  }
  equals(other: Matrix, tolerance = 1e-9): boolean {
    return this.size === other.size && this.data.every((row, r) => row.every((v, c) => Math.abs(v - other.data[r][c]) <= tolerance));
  }
  toArray(): number[][] {
    return this.data.map((row) => [...row]);
  }
  *[Symbol.iterator](): Generator<number> {
    for (const row of this.data) yield* row;
  }
  toString(digits = 0): string {
    const cells = this.data.map((row) => row.map((v) => (v === 0 ? 0 : v).toFixed(digits)));
    const width = Math.max(...cells.flat().map((c) => c.length));
    return cells.map((row) => `[ ${row.map((c) => c.padStart(width)).join(" ")} ]`).join("\n");
  }
}

const a = Matrix.of([[2, -1, 0], [1, 3, 2], [0, 5, -4]]);
const b = Matrix.create(3, 3, (r, c) => r * 3 + c);
console.log(`${a}\n+\n${b}\n=\n${a.plus(b)}`);
console.log(a.times(b).toString());
console.log(a.times(2).minus(a).equals(a), a.transposed.at(0, 1), a.at(-1, -1), a.size);
console.log(a.determinant, b.determinant, a.trace, Matrix.identity(4).determinant);
console.log(a.inverse().toString(4));
console.log(a.times(a.inverse()).equals(Matrix.identity(3)), a.power(-1).equals(a.inverse()), a.power(0).equals(Matrix.identity(3)));
const { l, u } = a.lu();
console.log(l.toString(2));
console.log(u.toString(2));
console.log(l.times(u).equals(a));
console.log(Matrix.of([[1, 1], [1, 0]]).power(30).at(0, 1));
const solution = a.inverse().times(Matrix.column(1, 2, 3));
console.log([...solution].map((v) => v.toFixed(3)).join(" "), a.times(solution).equals(Matrix.column(1, 2, 3)));
const attempts: (() => unknown)[] = [
  () => Matrix.of([[1, 2], [3]]),
  () => b.inverse(),
  () => a.plus(Matrix.zeros(2)),
  () => a.times(Matrix.zeros(2, 3)),
  () => a.at(5, 0),
  () => Matrix.zeros(2, 3).determinant,
];
for (const attempt of attempts) {
  try {
    console.log(attempt());
  } catch (e) {
    console.log(`${e}`);
  }
}
const turn = (angle: number) => Matrix.of([[Math.cos(angle), -Math.sin(angle)], [Math.sin(angle), Math.cos(angle)]]);
console.log(turn(Math.PI / 6).power(12).equals(Matrix.identity(2)), turn(Math.PI / 2).toString(1));
