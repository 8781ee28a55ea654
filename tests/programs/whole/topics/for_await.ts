for await (const x of [Promise.resolve(1), 2, Promise.resolve(3)]) console.log(x);
const source: AsyncIterable<string> = {
  [Symbol.asyncIterator]() {
    const items = ["a", "b", "c"];
    return {
      next: async () => (items.length ? { done: false, value: items.shift()! } : { done: true, value: undefined }),
      return: async () => {
        console.log("returned");
        return { done: true, value: undefined };
      },
    };
  },
};
for await (const s of source) console.log(s);
for await (const s of source) {
  if (s === "b") break;
}
async function collect<T>(items: AsyncIterable<T> | Iterable<T | Promise<T>>): Promise<T[]> {
  const result: T[] = [];
  for await (const item of items) result.push(item);
  return result;
}
console.log(await collect("xyz"), await collect(source), await collect(new Set([Promise.resolve(9)])));
async function* merge<T>(...lists: T[][]) {
  const longest = Math.max(...lists.map((l) => l.length));
  for (let i = 0; i < longest; i++) for (const l of lists) if (i < l.length) yield l[i];
}
console.log(await collect(merge([1, 2, 3], [10], [20, 30])));
try {
  for await (const x of [1, Promise.reject(new Error("rejected")), 3]) console.log(x);
} catch (e) {
  console.log((e as Error).message);
}
outer: for await (const a of [1, 2]) {
  for await (const b of [10, 20]) {
    if (b === 20) continue outer;
    console.log(a + b);
  }
}
for await (const { n, m = 5 } of [{ n: 1 }, { n: 2, m: 3 }] as { n: number; m?: number }[]) console.log(n + m);
try {
  for await (const x of 5 as any) console.log(x);
} catch (e) {
  console.log((e as Error).name);
}
