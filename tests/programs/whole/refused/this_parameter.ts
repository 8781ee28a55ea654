// tsc: 2684 line 5
function f(this: { n: number }) {
  return this.n;
}
console.log(f());
