const a = [0, 1, 2, 3, 4, 5, 6, 7];
console.log(a.splice(2, 3), a);
console.log(a.splice(1, 0, 10, 11), a);
console.log(a.splice(-3, 2, 99), a);
console.log(a.splice(100, 5, 50), a, a.splice(-100, 1), a);
console.log(a.splice(2), a, a.splice(0, Infinity), a);
console.log(a.splice(0, 0, ...[1, 2, 3]), a, a.splice(1, -5, 7), a, a.splice(NaN as any, 1), a);
(a as any).splice(1, undefined, 8);
console.log(a, (a as any).splice(undefined), a);
const objects = [{ id: 1 }, { id: 2 }, { id: 3 }];
const [removed] = objects.splice(objects.findIndex((o) => o.id === 2), 1);
console.log(removed, objects);
const words = "the quick brown fox".split(" ");
words.splice(1, 2, ..."very slow green".split(" "));
console.log(words.join(" "), words.length);
function insertSorted(list: number[], n: number) {
  let i = list.findIndex((x) => x > n);
  if (i < 0) i = list.length;
  list.splice(i, 0, n);
  return list;
}
console.log([5, 1, 4, 2, 3].reduce(insertSorted, [] as number[]));
function move<T>(list: T[], from: number, to: number) {
  list.splice(to, 0, ...list.splice(from, 1));
  return list;
}
console.log(move(["a", "b", "c", "d"], 0, 2), move(["a", "b", "c", "d"], 3, 0));
