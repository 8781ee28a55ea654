// tsc: 7031 line 2
function f({ a, b = 1 }) {
  return a + b;
}
console.log(f({ a: 1, b: 2 }));
