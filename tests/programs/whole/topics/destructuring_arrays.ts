const [a, b, c] = [1, 2] as number[];
console.log(a, b, c);
const [first, , third = 30, ...rest] = [1, 2, undefined, 4, 5];
console.log(first, third, rest);
const [[x, [y]], { z }] = [[1, [2]], { z: 3 }] as const;
console.log(x, y, z);
let p = 1;
let q = 2;
[p, q] = [q, p];
console.log(p, q);
const target: { values: number[]; n?: number } = { values: [] };
[target.values[0], target.n, target.values[1]] = [7, 8, 9];
console.log(target);
const [d, e, ...others] = "héllo";
console.log(d, e, others);
const [k] = new Map([["key", 1]]);
console.log(k);
const [s1, s2] = new Set(["x", "y", "z"]);
console.log(s1, s2);
function* numbers() {
  let i = 0;
  try {
    for (;;) yield i++;
  } finally {
    console.log("closed");
  }
}
const [n0, n1] = numbers();
console.log(n0, n1);
const [] = [1];
const [...all] = [1, 2];
all.push(3);
console.log(all);
for (const [index, value] of ["a", "b"].entries()) console.log(index, value);
const [[inner] = ["dflt"]] = [] as string[][];
console.log(inner);
try {
  const [bad] = (5 as any);
  console.log(bad);
} catch (error) {
  console.log((error as Error).name);
}
