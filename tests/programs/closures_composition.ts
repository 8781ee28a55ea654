// reference
const compose = (f: (x: number) => number, g: (x: number) => number) => (x: number) => f(g(x));
const inc = (x: number) => x + 1; const dbl = (x: number) => x * 2; console.log(compose(inc, dbl)(5), compose(dbl, inc)(5));
function times(n: number, f: (i: number) => void): void { for (let i = 0; i < n; i++) f(i); } let sum = 0; times(5, (i) => { sum += i; }); console.log(sum);
const fib = (n: number): number => (n < 2 ? n : fib(n - 1) + fib(n - 2)); console.log(fib(15));
