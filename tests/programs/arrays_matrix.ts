// reference
function identity(n: number): number[][] {
  let m: number[][] = [];
  for (let i = 0; i < n; i++) {
    let row = new Array<number>(n).fill(0);
    row[i] = 1;
    m.push(row);
  }
  return m;
}
function multiply(a: number[][], b: number[][]): number[][] {
  let n = a.length;
  let c: number[][] = [];
  for (let i = 0; i < n; i++) {
    c.push(new Array<number>(n).fill(0));
    for (let j = 0; j < n; j++) {
      for (let k = 0; k < n; k++) c[i][j] += a[i][k] * b[k][j];
    }
  }
  return c;
}
let m = identity(4);
m[0][3] = 2;
m[2][1] = -1.5;
let p = multiply(multiply(m, m), m);
for (const row of p) {
  let line = "";
  for (const x of row) line += `${x} `;
  console.log(line);
}
