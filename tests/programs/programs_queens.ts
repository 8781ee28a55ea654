// reference
function place(row: int, n: int, columns: boolean[], up: boolean[], down: boolean[]): int {
  if (row === n) return 1;
  let found: int = 0;
  for (let c: int = 0; c < n; c++) {
    if (columns[c] || up[row + c] || down[row - c + n]) continue;
    columns[c] = true;
    up[row + c] = true;
    down[row - c + n] = true;
    found += place(row + 1, n, columns, up, down);
    columns[c] = false;
    up[row + c] = false;
    down[row - c + n] = false;
  }
  return found;
}
function queens(n: int): int {
  return place(0, n, new Array<boolean>(n).fill(false), new Array<boolean>(2 * n).fill(false), new Array<boolean>(2 * n + 1).fill(false));
}
for (let n: int = 1; n <= 5; n++) console.log(n, queens(n));
