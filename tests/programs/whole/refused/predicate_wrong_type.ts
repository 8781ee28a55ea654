// tsc: 2677 line 2
function isString(v: number): v is string {
  return true;
}
console.log(isString(1));
