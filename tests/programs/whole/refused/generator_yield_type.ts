// tsc: 2322 line 3
function* g(): Generator<number> {
  yield "a";
}
console.log([...g()]);
