// tsc: 2556 line 6
function two(a: number, b: number) {
  return a + b;
}
const args = [1, 2];
console.log(two(...args));
