// @ts-nocheck
// Iterators whose values are awaited are closed when that fails; yield* without a method throw.
function* failing() {
  try {
    yield Promise.reject(1);
    yield 2;
  } finally {
    console.log("closed");
  }
}
async function tell(f: () => Promise<unknown>) {
  try {
    console.log(await f());
  } catch (error) {
    console.log("caught", String(error));
  }
}
async function* over(x) {
  yield* x;
}
const closable = {
  [Symbol.iterator]() {
    return {
      next() { return { value: 1, done: false }; },
      return() { console.log("return"); return {}; },
    };
  },
};
const bare = { [Symbol.iterator]: () => ({ next: () => ({ value: 1, done: false }) }) };
const last = { [Symbol.iterator]: () => ({ next: () => ({ value: Promise.reject("last"), done: 1 }), return() { console.log("not called"); return {}; } }) };
const onThrow = {
  [Symbol.iterator]: () => ({
    next: () => ({ value: 1 }),
    throw: () => ({ value: Promise.reject("by throw") }),
    return() { console.log("return after throw"); return {}; },
  }),
};
await tell(async () => { for await (const x of failing()) console.log(x); });
await tell(() => Array.fromAsync(failing()));
await tell(async () => { for await (const x of over(failing())) console.log(x); });
for (const it of [closable, bare, last, onThrow]) {
  const generator = over(it);
  await tell(() => generator.next());
  await tell(() => generator.throw("thrown"));
}
function* inner(x) { yield* x; }
for (const it of [closable, bare]) {
  const generator = inner(it);
  console.log(generator.next());
  try { generator.throw(5); } catch (error) { console.log(String(error)); }
}
const result = over(bare);
console.log(await result.next(), await result.return("given"));
const counted = {
  [Symbol.iterator]: () => ({ next: () => ({ value: 1, done: false }), return(...given) { console.log("given", given.length); return { done: true }; } }),
};
const begun = over(counted);
await begun.next();
await begun.return("x");
for await (const x of counted) break;
function* entries() { try { yield [{ toString() { throw new Error("key"); } }, 1]; } finally { console.log("entries closed"); } }
await tell(async () => Object.fromEntries(entries()));
await tell(async () => Object.fromEntries((function* () { try { yield 1; } finally { console.log("closed too"); } })()));
// A bound function has the length of its own that the other has.
const withoutLength = (a, b) => a;
delete withoutLength.length;
console.log(withoutLength.bind().length, ((a, b, c) => a).bind(null, 1).length, Object.getOwnPropertyDescriptor(Function.prototype, Symbol.hasInstance));
