function inc(x: any) {
  x++;
  return x;
}
console.log(inc(1), inc("5"), inc("x"), inc(null), inc(undefined), inc(true), inc([7]), inc({}));
let n: any = 10;
n += "5";
console.log(n, typeof n);
n -= 5;
console.log(n, typeof n);
n = n / 3;
console.log(n, Number.isInteger(n));
function sum(items: any[]) {
  let total: any = 0;
  for (const item of items) total += item;
  return total;
}
console.log(sum([1, 2, 3]), sum([1, "2", 3]), sum([1.5, null, true]), sum([[], {}]), sum([1, undefined]));
function poly(a: any, b: any) {
  return [a + b, a - b, a * b, a / b, a % b, a < b, a == b, a === b];
}
console.log(poly(6, 4), poly("6", 4), poly("6", "4"), poly(true, 1), poly(null, 0), poly([2], [1]), poly("a", "b"));
function grow(x: number) {
  for (let i = 0; i < 40; i++) x = x * 2;
  return x;
}
console.log(grow(1), grow(3) + 1, grow(-1));
let big = 2147483647;
big++;
console.log(big, big | 0, big >>> 0);
big = -2147483648;
big--;
console.log(big, -big);
let i = 0;
i -= 1;
console.log(i * 0, Object.is(i * 0, -0), 0 * -1, -i);
const half = 7 / 2;
console.log(half, half * 2, Math.floor(half) * 2);
let mixed = 0.5;
for (let k = 0; k < 4; k++) mixed += 0.5;
console.log(mixed, Number.isInteger(mixed), [10, 20, 30][mixed - 1.5 | 0]);
const indices: any[] = [0, "1", 1.0, "01", -1, 2.5, NaN, "2", true, null];
console.log(indices.map((k) => ["a", "b", "c"][k]));
