// tsc: 18046 line 3
function f(e: unknown) {
  return e.message;
}
console.log(f(new Error("x")));
