// tsc: 2322 line 2
function f({ n = "x" }: { n?: number }) {
  return n;
}
console.log(f({}));
