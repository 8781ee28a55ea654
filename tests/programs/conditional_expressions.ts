// reference
function sign(x: number): string {
  return x < 0 ? "negative" : x > 0 ? "positive" : "zero";
}
console.log(1, sign(-1), sign(0), sign(5));
let a = 3;
let b = a > 2 ? a++ : a--;
console.log(a, b, a > 3 ? a : -a, (a > 3 ? 1 : 2) + (a < 3 ? 10 : 20));
let xs = a > 0 ? [1, 2] : [3];
console.log(xs.length, (a > 0 ? xs : [9])[0]);
let flag = a > 100 ? true : b > 100 ? true : false;
console.log(flag, flag ? "yes" : "no", !flag ? 1 : 0);
let i: int = 4;
let r: int = flag ? i : i > 3 ? 30 : 40;
console.log(r);
