const xs = [];
for (let i = 0; i < 3; i++) xs.push(i * 2);
console.log(xs, xs.length, xs[1] + 1);
xs.push("mixed");
console.log(xs.map((x) => typeof x));
let late;
console.log(late);
late = 5;
console.log(late + 1);
late = "text";
console.log(late.length);
late = [late, 1];
console.log(late);
let first: number | undefined;
for (const n of [3, 4, 5]) {
  if (first === undefined) first = n;
}
console.log(first);
let nothing = null;
nothing = { a: 1 };
console.log(nothing.a);
function collect(n: number) {
  const out = [];
  while (n > 0) {
    out.unshift(n % 10);
    n = Math.floor(n / 10);
  }
  return out;
}
console.log(collect(1234).reduce((a, b) => a + b));
let result;
if (xs.length > 2) result = "long";
else result = 0;
console.log(result);
let f;
f = (n: number) => n * 2;
console.log(f(4));
const grid = [];
for (let y = 0; y < 2; y++) {
  const row = [];
  for (let x = 0; x < 3; x++) row.push(x * y);
  grid.push(row);
}
console.log(grid, grid[1][2]);
let counter = 0, other, third = "3";
other = counter + third;
console.log(other);
const o = {} as { [k: string]: number };
o.a = 1;
o["b"] = o.a + 1;
console.log(o);
let v: any;
v = 1;
v = v + "1";
v = v * 2;
v = [v, ...[v]];
v = v.length > 1 && v;
console.log(v);
