// reference
function fib(n: number): number {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}
function factorial(n: number): number {
  if (n <= 1) return 1;
  return n * factorial(n - 1);
}
function isEven(n: number): boolean {
  return n === 0 ? true : isOdd(n - 1);
}
function isOdd(n: number): boolean {
  return n === 0 ? false : isEven(n - 1);
}
function ackermann(m: number, n: number): number {
  if (m === 0) return n + 1;
  if (n === 0) return ackermann(m - 1, 1);
  return ackermann(m - 1, ackermann(m, n - 1));
}
function hanoi(n: int, from: string, to: string, via: string): int {
  if (n === 0) return 0;
  return hanoi(n - 1, from, via, to) + 1 + hanoi(n - 1, via, to, from);
}
console.log(fib(15), factorial(10), factorial(25), isEven(50), isOdd(51), ackermann(2, 3), hanoi(6, "a", "b", "c"));
function depth(n: number): number {
  return n === 0 ? 0 : 1 + depth(n - 1);
}
console.log(depth(500));
