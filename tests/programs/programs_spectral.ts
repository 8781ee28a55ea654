function a(i: number, j: number): number {
  return 1 / (((i + j) * (i + j + 1)) / 2 + i + 1);
}
function timesVector(v: number[], result: number[], transposed: boolean): void {
  for (let i = 0; i < v.length; i++) {
    let sum = 0;
    for (let j = 0; j < v.length; j++) sum += (transposed ? a(j, i) : a(i, j)) * v[j];
    result[i] = sum;
  }
}
const n = 40;
const u = new Array<number>(n).fill(1);
const v = new Array<number>(n).fill(0);
const w = new Array<number>(n).fill(0);
for (let i = 0; i < 10; i++) {
  timesVector(u, w, false);
  timesVector(w, v, true);
  timesVector(v, w, false);
  timesVector(w, u, true);
}
let vBv = 0;
let vv = 0;
for (let i = 0; i < n; i++) {
  vBv += u[i] * v[i];
  vv += v[i] * v[i];
}
console.log(Math.sqrt(vBv / vv));
