// tsc: 2345 line 5
function longest<T extends { length: number }>(a: T, b: T) {
  return a.length > b.length ? a : b;
}
console.log(longest(1, 2));
