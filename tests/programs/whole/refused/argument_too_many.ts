// tsc: 2554 line 5
function one(a: number) {
  return a;
}
console.log(one(1, 2));
