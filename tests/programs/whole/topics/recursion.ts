const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
const fib = (n: number, memo: Record<number, number> = {}): number => (n < 2 ? n : (memo[n] ??= fib(n - 1, memo) + fib(n - 2, memo)));
const ackermann = (m: number, n: number): number => (m === 0 ? n + 1 : n === 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1)));
console.log(factorial(10), factorial(20), factorial(170) > 1e300, factorial(171), fib(50), ackermann(2, 3));
const isEven = (n: number): boolean => (n === 0 ? true : isOdd(n - 1));
const isOdd = (n: number): boolean => (n === 0 ? false : isEven(n - 1));
console.log(isEven(1000), isOdd(7));
function hanoi(n: number, from = "A", to = "C", via = "B"): string[] {
  return n === 0 ? [] : [...hanoi(n - 1, from, via, to), from + to, ...hanoi(n - 1, via, to, from)];
}
console.log(hanoi(3).join(" "), hanoi(6).length);
function permutations(s: string): string[] {
  return s.length < 2 ? [s] : [...s].flatMap((c, i) => permutations(s.slice(0, i) + s.slice(i + 1)).map((p) => c + p));
}
console.log(permutations("abc"));
const power = <T>(items: T[]): T[][] => (items.length === 0 ? [[]] : power(items.slice(1)).flatMap((s) => [[items[0], ...s], s]));
console.log(power([1, 2, 3]).map((s) => s.join("")).join("|"));
type Json = null | number | string | Json[] | { [k: string]: Json };
const depth = (j: Json): number => (j === null || typeof j !== "object" ? 0 : 1 + Math.max(0, ...Object.values(j).map(depth)));
console.log(depth([1, [2, { a: [] }]]), depth("x"));
const flat = (j: Json, path = ""): string[] => (j && typeof j === "object" ? Object.entries(j).flatMap(([k, v]) => flat(v, path + "/" + k)) : [`${path}=${j}`]);
console.log(flat({ a: 1, b: [null, { c: "x" }] }));
function sum(n: number, total = 0): number {
  if (n === 0) return total;
  return sum(n - 1, total + n);
}
console.log(sum(5000));
let depthReached = 0;
function forever(): void {
  depthReached++;
  forever();
}
try {
  forever();
} catch (e) {
  console.log(e instanceof RangeError, depthReached > 100);
}
const trampoline = <A extends unknown[]>(f: (...a: A) => any) => (...a: A) => { let r = f(...a); while (typeof r === "function") r = r(); return r; };
const count = trampoline((n: number): any => loop(n, 0));
function loop(n: number, acc: number): any {
  return n === 0 ? acc : () => loop(n - 1, acc + 1);
}
console.log(count(10000), (function f(n: number): string { return n ? n + f(n - 1) : ""; })(5));
const quick = (a: number[]): number[] => (a.length < 2 ? a : [...quick(a.slice(1).filter((x) => x < a[0])), a[0], ...quick(a.slice(1).filter((x) => x >= a[0]))]);
console.log(quick([5, 3, 8, 1, 9, 2, 5]));
