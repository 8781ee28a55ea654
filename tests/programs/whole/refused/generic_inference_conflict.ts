// tsc: 2345 line 5
function pair<T>(a: T, b: T): T[] {
  return [a, b];
}
console.log(pair(1, "a"));
