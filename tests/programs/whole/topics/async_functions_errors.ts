async function fails(message: string): Promise<never> {
  throw new Error(message);
}
async function nested(): Promise<string> {
  try {
    await fails("deep");
    return "unreached";
  } catch (e) {
    return "caught " + (e as Error).message;
  } finally {
    console.log("finally runs");
  }
}
console.log(await nested());
async function returnsWithoutAwait() {
  try {
    return fails("not caught inside");
  } catch {
    return "never";
  }
}
console.log(await returnsWithoutAwait().catch((e: Error) => e.message));
async function returnsWithAwait() {
  try {
    return await fails("inside");
  } catch {
    return "caught inside";
  }
}
console.log(await returnsWithAwait());
const sync = async (x: any) => x.y.z;
await sync(null).catch((e) => console.log(e.name));
async function defaults(a = (() => { throw new Error("default"); })()) {
  return a;
}
await defaults().catch((e) => console.log("rejected by", e.message));
async function loop() {
  const errors: string[] = [];
  for (const n of [1, 2, 3]) {
    try {
      if (n === 2) await fails("n" + n);
      errors.push("ok" + n);
    } catch (e) {
      errors.push((e as Error).message);
      continue;
    } finally {
      await null;
      errors.push("f" + n);
    }
  }
  return errors.join(" ");
}
console.log(await loop());
async function overrides() {
  try {
    await fails("lost");
  } finally {
    return "override";
  }
}
console.log(await overrides());
const caught: unknown[] = [];
for (const v of [1, "s", null, undefined, { o: 1 }]) await Promise.reject(v).catch((e) => caught.push(e));
console.log(caught);
