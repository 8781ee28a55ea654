async function* from<T>(items: Iterable<T>, every = 0): AsyncGenerator<T> {
  for (const item of items) {
    if (every) await new Promise((r) => setTimeout(r, every));
    yield item;
  }
}
const map = <T, U>(f: (x: T) => U | Promise<U>) => async function* (source: AsyncIterable<T>) { for await (const x of source) yield await f(x); };
const filter = <T>(test: (x: T) => boolean) => async function* (source: AsyncIterable<T>) { for await (const x of source) if (test(x)) yield x; };
const take = <T>(n: number) => async function* (source: AsyncIterable<T>) { if (n > 0) for await (const x of source) { yield x; if (--n === 0) return; } };
async function* batch<T>(source: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let out: T[] = [];
  for await (const x of source) {
    out.push(x);
    if (out.length === size) {
      yield out;
      out = [];
    }
  }
  if (out.length) yield out;
}
async function* lines(chunks: AsyncIterable<string>) {
  let rest = "";
  for await (const chunk of chunks) {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop()!;
    yield* parts;
  }
  if (rest) yield rest;
}
async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const out: T[] = [];
  for await (const x of source) out.push(x);
  return out;
}
async function* counter() {
  try {
    for (let i = 0; ; i++) yield i;
  } finally {
    console.log("counter closed");
  }
}
console.log(await collect(take<number>(3)(map((x: number) => x * 10)(filter((x: number) => x % 2 === 1)(counter())))));
console.log(await collect(batch(from([1, 2, 3, 4, 5]), 2)));
console.log(await collect(lines(from(["ab\nc", "d\n", "\nlast"]))));
async function* merge<T>(...sources: AsyncIterable<T>[]): AsyncGenerator<T> {
  const its = sources.map((s) => s[Symbol.asyncIterator]());
  const pending = new Map(its.map((it, i) => [i, it.next().then((r) => ({ i, r }))]));
  while (pending.size) {
    const { i, r } = await Promise.race(pending.values());
    if (r.done) pending.delete(i);
    else {
      pending.set(i, its[i].next().then((r) => ({ i, r })));
      yield r.value;
    }
  }
}
const merged = await collect(merge(from(["a1", "a2"], 20), from(["b1", "b2", "b3"], 13)));
console.log(merged.filter((x) => x[0] === "a"), merged.filter((x) => x[0] === "b"), merged.length);
async function* failing() {
  yield 1;
  throw new Error("stream broke");
}
try {
  console.log(await collect(map((x: number) => x + 1)(failing())));
} catch (e) {
  console.log((e as Error).message);
}
async function* recover<T>(source: AsyncIterable<T>, f: (e: unknown) => T) {
  try {
    yield* source;
  } catch (e) {
    yield f(e);
  }
}
console.log(await collect(recover(failing(), (e) => String(e).length)));
const tee = <T>(source: AsyncIterable<T>) => {
  const all = collect(source);
  const branch = async function* () { yield* await all; };
  return [branch(), branch()] as const;
};
const [l, r] = tee(from("xyz"));
console.log((await collect(l)).join(""), (await Promise.all([collect(r)]))[0]);
let sum = 0;
for await (const n of (async function* () { for (const p of [1, 2, 3].map(async (n) => n * n)) yield p; })()) sum += n;
console.log(sum);
