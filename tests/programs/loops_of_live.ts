// reference
let a = [1, 2, 3];
for (const x of a) {
  console.log(x);
  if (a.length < 6) a.push(x * 10);
}
let b = [1, 2, 3, 4];
for (const x of b) {
  b[3] = 99;
  console.log(x);
}
let c = [1, 2];
for (const x of c) {
  c = [7, 8, 9];
  console.log(x, c.length);
}
for (const row of [[1], [2, 3]]) for (const x of row) console.log(x);
for (const empty of [] as number[]) console.log(empty);
