// Promise.all of promises of one type gives what has the methods of an array, and can be taken apart.
async function later(n: number): Promise<number> {
  await null;
  return n * 2;
}
const results = await Promise.all([later(1), later(2), later(3)]);
console.log(results.join("; "), results.length, results.map((n) => n + 1).join(" "));
for (const result of results) console.log(result);
const [first, second] = await Promise.all([later(10), later(20)]);
console.log(first + second);
const pair: [number, number] = await Promise.all([later(4), later(5)]);
console.log(pair[0], pair[1]);
const mixed = await Promise.all([later(6), Promise.resolve("six")]);
console.log(mixed[0], mixed[1]);
let sum = 0;
(await Promise.all([later(1), 5, later(2)])).forEach((n) => {
  sum += n;
});
console.log(sum);
const nested: (number | number[])[][] = [[1, [2]], [3, []]];
console.log(nested.length, nested[1].length);
