// tsc: 7006 line 2
function f(x) {
  return x;
}
console.log(f(1));
