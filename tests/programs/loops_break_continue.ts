// reference
for (let i = 0; i < 10; i++) {
  if (i % 2 === 0) continue;
  if (i > 7) break;
  console.log(i);
}
let n = 0;
while (n < 10) {
  n++;
  if (n === 3) continue;
  if (n === 6) break;
  console.log("w", n);
}
do {
  n--;
  if (n === 4) continue;
  if (n === 2) break;
  console.log("d", n);
} while (n > 0);
outer: for (let i = 0; i < 4; i++) {
  for (let j = 0; j < 4; j++) {
    if (j === 2) continue outer;
    if (i === 2) break outer;
    console.log(i, j);
  }
}
block: {
  console.log("in block");
  if (n > 0) break block;
  console.log("never");
}
a: b: for (const x of [1, 2, 3]) {
  for (const y of [1, 2, 3]) {
    if (y === 2) continue b;
    if (x === 3) break a;
    console.log(x, y);
  }
}
same: while (true) {
  while (true) break same;
}
for (const x of [1, 2, 3, 4]) {
  if (x === 2) continue;
  if (x === 4) break;
  console.log("of", x);
}
