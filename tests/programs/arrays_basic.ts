// reference
let a = [1, 2, 3];
console.log(a.length, a[0], a[2], a[0] + a[1]);
a[1] = 20;
console.log(a[1], (a[0] = 9), a[0]);
a.push(4);
console.log(a.length, a.push(5), a.push(6, 7, 8), a.length, a[7], a.push());
let empty: number[] = [];
console.log(empty.length, empty.push(1));
let nested = [[1, 2], [3], []];
console.log(nested.length, nested[0].length, nested[1][0], nested[2].length);
nested[2].push(9);
nested.push([7, 7]);
console.log(nested[2][0], nested[3].length);
let words = ["a", "b"];
words.push("c");
words[0] += "x";
console.log(words[0] + words[1] + words[2]);
let flags = [true, false];
flags[1] = !flags[1];
flags.push(1 > 2);
console.log(flags[0], flags[1], flags[2]);
let ints: int[] = [1, 2, 3];
ints.push(4);
ints[0] = ints[1] * ints[2];
console.log(ints[0], ints[ints.length - 1], ints.length);
let alias = a;
alias[0] = -1;
console.log(a[0]);
let copy: Array<number> = new Array<number>();
for (const x of a) copy.push(x);
copy[0] = 100;
console.log(a[0], copy[0], copy.length);
console.log([1, 2, 3][1], [[1, 2], [3, 4]][1][0], ["x", "y"].length);
function sum(xs: number[]): number {
  let total = 0;
  for (let i = 0; i < xs.length; i++) total += xs[i];
  return total;
}
console.log(sum(a), sum([]), sum([1.5, 2.5]));
function make(n: number): number[] {
  let result: number[] = [];
  for (let i = 0; i < n; i++) result.push(i * i);
  return result;
}
console.log(make(5)[4], make(0).length);
a[-0] = 55;
console.log(a[0], a[-0], a[a.length - 1], a[1 + 1]);
