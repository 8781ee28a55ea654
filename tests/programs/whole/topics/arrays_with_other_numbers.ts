// Numbers that are no indices are keys of an array, too.
const dp: number[] = [1, 2];
dp[-1] = 5;
let sum = 0;
for (let i = 0; i < 3; i++) sum += dp[i - 1];
console.log(sum, dp[-1], dp.length, dp);
dp[-1] += 2;
dp[-1]++;
console.log(dp[-1], dp[-2], dp[0.5]);
const sparse: any = [];
sparse[4294967294.5] = "half";
sparse[4294967295] = "no index";
sparse[2 ** 40] = "far";
sparse[-0] = "zero";
console.log(sparse[4294967294.5], sparse[4294967295], sparse[2 ** 40], sparse[0], sparse.length, sparse);
for (const key of [-1, -0, 2 ** 40, 1.5, NaN, Infinity]) {
  sparse[key] = `at ${key}`;
  console.log(sparse[key], key in sparse, delete sparse[key], sparse[key]);
}
const text: any = "abc";
console.log(text[-1], text[5], text[1.5], ([] as any)[-1]);
const [first = "none"] = sparse;
console.log(first);
class List extends Array<number> {}
const list: any = List.from([1]);
list[-1] = 9;
console.log(list[-1], list);
