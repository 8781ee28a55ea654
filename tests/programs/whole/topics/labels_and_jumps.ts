outer: for (let i = 0; i < 3; i++) {
  for (let j = 0; j < 3; j++) {
    if (j === 1) continue outer;
    if (i === 2) break outer;
    console.log(i, j);
  }
}
block: {
  console.log("in block");
  if (Math.abs(-1) === 1) break block;
  console.log("unreached");
}
let n = 0;
loop: while (true) {
  do {
    n++;
    if (n % 2) continue;
    if (n > 6) break loop;
    if (n === 4) continue loop;
  } while (n < 100);
}
console.log(n);
function find(matrix: number[][], x: number): string {
  let found = "none";
  search: for (const [r, row] of matrix.entries()) {
    for (const c in row) {
      if (row[c] === x) {
        found = `${r},${c}`;
        break search;
      }
    }
  }
  return found;
}
console.log(find([[1, 2], [3, 4]], 3), find([[1]], 9));
const out: string[] = [];
a: for (const x of "ab") {
  b: for (const y of "xyz") {
    switch (y) {
      case "x":
        continue b;
      case "z":
        continue a;
      default:
        out.push(x + y);
        break;
    }
    out.push("after switch");
  }
}
console.log(out);
lbl: try {
  break lbl;
} finally {
  console.log("finally on break");
}
for (let i = 0; i < 3; i++) {
  try {
    if (i === 0) continue;
    if (i === 2) break;
    console.log("body", i);
  } finally {
    console.log("finally", i);
  }
}
for (;;) {
  if (n-- < 0) break;
}
console.log(n);
if (true) one: { two: { break one; } }
do console.log("once"); while (false);
