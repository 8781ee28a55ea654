// tsc: 2322 line 3
function f(): number {
  return "text";
}
console.log(f());
