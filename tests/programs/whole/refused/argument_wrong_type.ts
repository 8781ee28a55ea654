// tsc: 2345 line 5
function twice(n: number) {
  return n * 2;
}
console.log(twice("4"));
