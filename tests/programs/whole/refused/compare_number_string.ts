// tsc: 2367 line 3
function f(n: number, s: string) {
  return n === s;
}
console.log(f(1, "1"));
