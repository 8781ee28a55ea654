// reference
// limits: max_fuel=20000
function fib(n: number): number {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}
console.log(fib(5));
// output: 5
console.log(fib(30));
// limit: max_fuel
