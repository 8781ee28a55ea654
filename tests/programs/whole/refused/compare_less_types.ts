// tsc: 2365 line 3
function f(n: number, s: { a: number }) {
  return n < s;
}
console.log(f(1, { a: 1 }));
