// tsc: 2322 line 3
function first<T>(items: T[]): T {
  return items.length;
}
console.log(first([1]));
