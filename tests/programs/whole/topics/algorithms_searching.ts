function binarySearch<T>(items: readonly T[], target: T, compare: (a: T, b: T) => number = (a, b) => (a < b ? -1 : a > b ? 1 : 0)): number {
  let [low, high] = [0, items.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const order = compare(items[middle], target);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return ~low;
}
const sorted = [1, 3, 5, 7, 9, 11];
for (const n of [1, 11, 7, 0, 12, 4]) console.log(n, binarySearch(sorted, n));
console.log(binarySearch(["a", "c"], "b"), binarySearch([], 1), binarySearch([{ k: 1 }, { k: 2 }], { k: 2 }, (a, b) => a.k - b.k));
function bisect(f: (x: number) => number, low: number, high: number): number {
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (f(low) * f(middle) <= 0) high = middle;
    else low = middle;
  }
  return low;
}
console.log(bisect((x) => x * x - 2, 0, 2).toFixed(9), bisect((x) => x ** 3 - x - 2, 1, 2).toFixed(6));
function kmp(text: string, pattern: string): number[] {
  const fail = [0];
  for (let i = 1, k = 0; i < pattern.length; i++) {
    while (k > 0 && pattern[i] !== pattern[k]) k = fail[k - 1];
    if (pattern[i] === pattern[k]) k++;
    fail[i] = k;
  }
  const found: number[] = [];
  for (let i = 0, k = 0; i < text.length; i++) {
    while (k > 0 && text[i] !== pattern[k]) k = fail[k - 1];
    if (text[i] === pattern[k]) k++;
    if (k === pattern.length) {
      found.push(i - k + 1);
      k = fail[k - 1];
    }
  }
  return found;
}
console.log(kmp("abababcababab", "abab"), kmp("aaaa", "aa"), kmp("abc", "x"));
const twoSum = (ns: number[], target: number): [number, number] | null => {
  const seen = new Map<number, number>();
  for (const [i, n] of ns.entries()) {
    const j = seen.get(target - n);
    if (j !== undefined) return [j, i];
    seen.set(n, i);
  }
  return null;
};
console.log(twoSum([2, 7, 11, 15], 9), twoSum([3, 3], 6), twoSum([1, 2], 10));
const maxSubarray = (ns: number[]) => ns.reduce(({ best, here }, n) => ({ here: (here = Math.max(n, here + n)), best: Math.max(best, here) }), { best: -Infinity, here: 0 }).best;
console.log(maxSubarray([-2, 1, -3, 4, -1, 2, 1, -5, 4]), maxSubarray([-5]), maxSubarray([]));
const majority = (xs: string[]) => xs.reduce(({ c, n }, x) => (n === 0 ? { c: x, n: 1 } : { c, n: n + (x === c ? 1 : -1) }), { c: "", n: 0 }).c;
console.log(majority(["a", "b", "a", "c", "a"]));
