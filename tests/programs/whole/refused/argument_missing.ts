// tsc: 2554 line 5
function add(a: number, b: number) {
  return a + b;
}
console.log(add(1));
