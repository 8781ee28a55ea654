// tsc: 2345 line 5
function sum(...ns: number[]) {
  return ns.length;
}
console.log(sum(1, 2, "3"));
