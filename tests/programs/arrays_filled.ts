// reference
let a = new Array<number>(3).fill(0);
console.log(a.length, a[0], a[2]);
let b = new Array<number>(2).fill(1.5);
b.push(9);
console.log(b.length, b[0], b[1], b[2]);
let c = new Array<boolean>(4).fill(true);
c[2] = false;
console.log(c[0], c[2], c.length);
let d = new Array<string>(3).fill("x");
d[1] = "y";
console.log(d[0] + d[1] + d[2]);
let e = new Array<int>(3).fill(7);
console.log(e[0] + e[2]);
let n = 2;
let row = [1, 2];
let f = new Array<number[]>(n).fill(row);
f[0].push(3);
console.log(f[1].length, f.length, row.length);
console.log(new Array<number>(0).fill(5).length, new Array<boolean>(n * 2).fill(false).length);
let z = new Array<number>(1).fill(-0);
console.log(z[0]);
function tryLength(x: number): void {
  try {
    console.log(new Array<number>(x).fill(0).length);
  } catch (err) {
    if (err instanceof Error) console.log(`${err.name}: ${err.message}`);
  }
  try {
    console.log(new Array<string>(x).fill("").length);
  } catch (err) {
    if (err instanceof RangeError) console.log("range");
  }
}
tryLength(4);
tryLength(-1);
tryLength(1.5);
tryLength(NaN);
tryLength(-0);
tryLength(Infinity);
