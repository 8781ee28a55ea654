// tsc: 2345 line 6
function f(s: string) {
  return s;
}
const o: { s?: string } = {};
console.log(f(o.s));
