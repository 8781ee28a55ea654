// tsc: 2366 line 2
function f(n: number): string {
  if (n > 0) return "positive";
}
console.log(f(1));
