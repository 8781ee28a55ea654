// reference
function twice(x: number): number {
  return x * 2;
}
let i: int = 21;
console.log(twice(i), i as number, (7.0 as int) + 1, (i as number) / 2);
let n: number = i;
n += 0.5;
console.log(n);
let back: int = (n - 0.5) as int;
let cut: int = n | 0;
console.log(back, cut);
let xs: number[] = [i, 1.5, i];
let is: int[] = [i, 2, 3 | 0];
console.log(xs[0] + xs[1], is[0] + is[1], is[2]);
let len: int = is.length;
let last: int = is.length - 1;
console.log(len, last, is[last], is[is.length - 1]);
let t = true;
let chosen: int = t ? 1 : i;
const k = i;
console.log(chosen, k + 1, t ? i : 0.5, t ? 1 : 2);
