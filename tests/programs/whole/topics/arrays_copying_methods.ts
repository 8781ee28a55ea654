const a = [3, 1, 2];
const sorted = a.toSorted();
const reversed = a.toReversed();
const spliced = a.toSpliced(1, 1, 10, 11);
const changed = a.with(-1, 99);
console.log(a, sorted, reversed, spliced, changed, a === (sorted as unknown));
console.log(a.toSorted((x, y) => y - x), a.toSpliced(0), a.toSpliced(1), a.toSpliced(-1, 1), a.toSpliced(9, 0, 4), ["b", "a"].toSorted(), [undefined, 2, 1].toSorted());
for (const i of [3, -4, 1.7, NaN]) {
  try {
    console.log(a.with(i, 0));
  } catch (e: any) {
    console.log(e.name);
  }
}
const copies = [[...a], a.slice(), Array.from(a), a.concat(), a.map((x) => x), a.filter(() => true), structuredClone(a), JSON.parse(JSON.stringify(a)) as number[], Object.values(a)];
a.push(100);
console.log(copies.every((c) => c.join() === "3,1,2"), a.length);
const deep = [[1], [2]];
const shallow = deep.slice();
shallow[0].push(9);
shallow[1] = [7];
console.log(deep, shallow, deep.flat(), deep.toReversed()[1] === deep[0]);
const frozen = Object.freeze([2, 1]);
console.log(frozen.toSorted(), frozen.with(0, 5), frozen.concat(3), [...frozen, 4], frozen.map((x) => x * 2));
const rotate = <T>(xs: readonly T[], n: number): T[] => xs.map((_, i) => xs[(((i + n) % xs.length) + xs.length) % xs.length]);
console.log(rotate([1, 2, 3, 4], 1), rotate([1, 2, 3, 4], -1), rotate([], 3), rotate(["a"], 5));
const insert = <T>(xs: readonly T[], i: number, ...items: T[]) => xs.toSpliced(i, 0, ...items);
const remove = <T>(xs: readonly T[], item: T) => xs.filter((x) => x !== item);
const swap = <T>(xs: readonly T[], i: number, j: number) => xs.with(i, xs[j]).with(j, xs[i]);
console.log(insert([1, 4], 1, 2, 3), remove(["a", "b", "a"], "a"), swap([1, 2, 3], 0, 2));
