type Compare<T> = (a: T, b: T) => number;
const ascending: Compare<number> = (a, b) => a - b;
function bubble<T>(items: readonly T[], compare: Compare<T>): T[] {
  const a = [...items];
  for (let end = a.length - 1, swapped = true; swapped; end--) {
    swapped = false;
    for (let i = 0; i < end; i++) {
      if (compare(a[i], a[i + 1]) > 0) {
        [a[i], a[i + 1]] = [a[i + 1], a[i]];
        swapped = true;
      }
    }
  }
  return a;
}
function insertion<T>(items: readonly T[], compare: Compare<T>): T[] {
  const a = items.slice();
  for (let i = 1; i < a.length; i++) {
    const x = a[i];
    let j = i - 1;
    for (; j >= 0 && compare(a[j], x) > 0; j--) a[j + 1] = a[j];
    a[j + 1] = x;
  }
  return a;
}
function merge<T>(items: readonly T[], compare: Compare<T>): T[] {
  if (items.length < 2) return [...items];
  const middle = items.length >> 1;
  const [l, r] = [merge(items.slice(0, middle), compare), merge(items.slice(middle), compare)];
  const out: T[] = [];
  for (let i = 0, j = 0; i < l.length || j < r.length; ) out.push(j >= r.length || (i < l.length && compare(l[i], r[j]) <= 0) ? l[i++] : r[j++]);
  return out;
}
function quick<T>(items: readonly T[], compare: Compare<T>): T[] {
  const a = Array.from(items);
  const sort = (low: number, high: number): void => {
    if (low >= high) return;
    const pivot = a[(low + high) >>> 1];
    let [i, j] = [low, high];
    while (i <= j) {
      while (compare(a[i], pivot) < 0) i++;
      while (compare(a[j], pivot) > 0) j--;
      if (i <= j) [a[i++], a[j--]] = [a[j], a[i]];
    }
    sort(low, j);
    sort(i, high);
  };
  sort(0, a.length - 1);
  return a;
}
function counting(items: readonly number[]): number[] {
  const counts = new Array<number>(Math.max(...items) + 1).fill(0);
  for (const n of items) counts[n]++;
  return counts.flatMap((c, n) => new Array<number>(c).fill(n));
}
let seed = 3;
const numbers = Array.from({ length: 60 }, () => (seed = (seed * 16807) % 2147483647) % 100);
const expected = numbers.toSorted(ascending).join();
for (const sort of [bubble, insertion, merge, quick]) console.log(sort.name, sort(numbers, ascending).join() === expected, sort([], ascending), sort([2, 1], ascending));
console.log(counting(numbers).join() === expected, expected.slice(0, 20));
const people = [{ n: "b", a: 2 }, { n: "a", a: 2 }, { n: "c", a: 1 }];
for (const sort of [bubble, insertion, merge]) console.log(sort(people, (p, q) => p.a - q.a).map((p) => p.n).join(""));
console.log(quick("the quick brown fox".split(" "), (a, b) => (a < b ? -1 : a > b ? 1 : 0)), merge([true, false, true], (a, b) => Number(a) - Number(b)));
