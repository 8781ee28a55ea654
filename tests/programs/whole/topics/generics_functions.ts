function identity<T>(value: T): T {
  return value;
}
function pair<A, B>(a: A, b: B): [A, B] {
  return [a, b];
}
function map<T, U>(items: readonly T[], f: (item: T, index: number) => U): U[] {
  const result: U[] = [];
  for (let i = 0; i < items.length; i++) result.push(f(items[i], i));
  return result;
}
function first<T>(items: T[]): T | undefined {
  return items[0];
}
const compose = <A, B, C>(f: (a: A) => B, g: (b: B) => C) => (a: A): C => g(f(a));

console.log(identity(3), identity("x"), identity<boolean>(true));
console.log(pair(1, "a"), pair([1], { a: 1 }));
console.log(map([1, 2, 3], (x, i) => `${i}:${x * x}`));
console.log(first([]), first(["z"]));
const lengthTimesTwo = compose((s: string) => s.length, (n) => n * 2);
console.log(lengthTimesTwo("hello"));
const id = identity<(n: number) => number>((n) => n + 1);
console.log(id(41));
