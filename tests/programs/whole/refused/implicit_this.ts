// tsc: 2683 line 3
function f() {
  return this.x;
}
console.log(f);
