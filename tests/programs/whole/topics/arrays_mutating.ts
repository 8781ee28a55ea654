const a = [3, 1, 2];
console.log(a.push(9), a.push(), a.push(7, 8), a);
console.log(a.pop(), a.shift(), a.unshift(100, 200), a.unshift(), a);
console.log(([] as number[]).pop(), ([] as number[]).shift());
console.log(a.splice(1, 2), a, a.splice(1, 0, 5, 6), a, a.splice(-2), a, a.splice(1, 1, 11, 12, 13), a);
console.log(a.splice(0), a, (a as any).splice(), a.length);
const r = [1, 2, 3, 4];
console.log(r.reverse() === r, r, r.fill(0, 1, 3), r.fill(9, -1), [1, 2, 3].fill(7));
console.log([1, 2, 3, 4, 5].copyWithin(0, 3), [1, 2, 3, 4, 5].copyWithin(1, 0, 3), [1, 2, 3, 4, 5].copyWithin(-2, -4, -3));
const s = ["b", "a", "C", "10", "9", "é"];
console.log(s.sort() === s, s, [10, 9, 1, 100].sort(), [10, 9, 1].sort((x, y) => x - y), [true, false].sort());
console.log([3, undefined, 1, undefined, 2].sort(), [undefined, 1].sort(() => 1));
const len = [1, 2, 3];
len.length = 2;
console.log(len, len.length);
len[2] = 30;
len[len.length] = 40;
console.log(len);
len.length = 0;
console.log(len, len[0]);
try {
  (len as any).length = -1;
} catch (e: any) {
  console.log(e.name, e.message);
}
const old = [1, 2, 3];
console.log(old.toReversed(), old.toSorted((x, y) => y - x), old.toSpliced(1, 1, 9, 9), old.with(0, 5), old.with(-1, 7), old);
try {
  old.with(3, 1);
} catch (e: any) {
  console.log(e.name);
}
