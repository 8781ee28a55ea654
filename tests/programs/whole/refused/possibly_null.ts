// tsc: 18047 line 3
function f(s: string | null) {
  return s.length;
}
console.log(f("a"));
