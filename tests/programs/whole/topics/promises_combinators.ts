const wait = <T>(ms: number, value: T) => new Promise<T>((r) => setTimeout(r, ms, value));
const fail = (ms: number, message: string) => new Promise<never>((_, r) => setTimeout(() => r(new Error(message)), ms));
console.log(await Promise.all([wait(20, "a"), wait(10, "b"), "plain", Promise.resolve(1)]));
console.log(await Promise.all([]), await Promise.allSettled([]));
try {
  await Promise.all([wait(30, 1), fail(10, "first"), fail(20, "second")]);
} catch (e) {
  console.log((e as Error).message);
}
const settled = await Promise.allSettled([wait(5, "x"), fail(1, "no"), 7]);
for (const s of settled) console.log(s.status, s.status === "fulfilled" ? s.value : s.reason.message);
console.log(await Promise.race([wait(20, "slow"), wait(5, "fast")]));
console.log(await Promise.race([fail(1, "raced"), wait(5, "ok")]).catch((e) => e.message));
console.log(await Promise.any([fail(1, "x"), wait(10, "any"), wait(20, "late")]));
try {
  await Promise.any([fail(2, "one"), fail(1, "two")]);
} catch (e) {
  const error = e as AggregateError;
  console.log(error.name, error.message, error.errors.map((x: Error) => x.message));
}
try {
  await Promise.any([]);
} catch (e) {
  console.log((e as AggregateError).errors, e instanceof AggregateError);
}
const results = await Promise.all(new Set([1, 2].map(async (n) => n * 2)));
console.log(results);
const [n, s] = await Promise.all([Promise.resolve(1), Promise.resolve("s")] as const);
console.log(n.toFixed(1), s.toUpperCase());
const object = Object.fromEntries(await Promise.all(Object.entries({ a: wait(2, 1), b: wait(1, 2) }).map(async ([k, v]) => [k, await v])));
console.log(object);
