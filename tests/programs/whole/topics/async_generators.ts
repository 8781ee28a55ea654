async function* ticks(n: number): AsyncGenerator<number, string, undefined> {
  for (let i = 0; i < n; i++) {
    await null;
    yield i;
  }
  return "over";
}
const seen: number[] = [];
for await (const t of ticks(3)) seen.push(t);
console.log(seen);
const g = ticks(1);
console.log(await g.next(), await g.next(), await g.next());
async function* awaited() {
  yield Promise.resolve("resolved");
  const x = await Promise.resolve("w");
  yield x;
  yield* ["d1", "d2"];
  const r = yield* ticks(2);
  yield r;
}
for await (const v of awaited()) console.log(v);
const queued = ticks(2);
console.log(await Promise.all([queued.next(), queued.next(), queued.next(), queued.next()]));
async function* failing() {
  try {
    yield 1;
    throw new Error("broken");
  } finally {
    console.log("cleanup");
  }
}
try {
  for await (const v of failing()) console.log(v);
} catch (e) {
  console.log((e as Error).message);
}
for await (const v of failing()) {
  console.log("only", v);
  break;
}
const r = failing();
await r.next();
console.log(await r.return("early" as any), await r.next());
const t = failing();
console.log(await t.throw(new Error("first")).catch((e) => e.message));
console.log(Object.prototype.toString.call(r), typeof r[Symbol.asyncIterator]);
