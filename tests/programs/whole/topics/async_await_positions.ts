const v = async <T>(x: T) => x;
const log: string[] = [];
const o = { n: 1, f: async (x: number) => x + 1, list: [1, 2, 3], async m() { return this.n; } };
console.log((await v(1)) + (await v(2)), [await v("a"), ...(await v(["b", "c"]))], { k: await v(1), ...(await v({ l: 2 })), [await v("m")]: 3 });
console.log(await o.f(await o.f(await o.m())), (await v(o)).list[await v(1)], (await v(o))?.n, typeof (await v("s")), !(await v(false)), -(await v(5)));
if (await v(true)) console.log("if");
for (let i = await v(0); i < (await v(2)); i += await v(1)) log.push("i" + i);
for (const x of await v([7, 8])) log.push("x" + x);
for (const k in await v({ p: 1 })) log.push(k);
while (log.length < (await v(7))) log.push("w");
do log.push("d"); while (!(await v(true)));
console.log(log.join());
switch (await v(2)) {
  case await v(1):
    console.log("one");
    break;
  case await v(2):
    console.log("two");
}
const { a, b = await v("default") } = await v({ a: 1 } as { a: number; b?: string });
const [c, d = await v(9)] = await v([1] as number[]);
console.log(a, b, c, d, `${await v("in")} ${await v("template")}`, (await v(null)) ?? (await v("nullish")), (await v(0)) || (await v("or")), (await v(1)) && (await v("and")), (await v(true)) ? await v("yes") : await v("no"));
try {
  throw await v(new Error("thrown"));
} catch (e) {
  console.log(await v((e as Error).message));
} finally {
  console.log(await v("finally"));
}
async function f(x = 1, ...rest: number[]) {
  return (await v(x)) + rest.length;
}
console.log(await f(), await f(2, 3, 4), await f(...(await v([1, 2] as const))));
class C {
  static async create(n: number) { const c = new C(); c.n = await v(n); return c; }
  n = 0;
  async inc() { this.n += await v(1); return this; }
  get later() { return v(this.n); }
}
const cc = await C.create(5);
await (await cc.inc()).inc();
console.log(cc.n, await cc.later, await (async () => v(v("nested")))());
label: for (const x of [1, 2, 3]) {
  for (const y of [1, 2]) {
    await null;
    if (y === 2) continue label;
    if (x === 3) break label;
    console.log(x, y);
  }
}
const ret = async (kind: number) => {
  try {
    if (kind === 0) return await v("plain");
    if (kind === 1) return v("promise");
    if (kind === 2) return { then: (r: (x: string) => void) => r("thenable") } as unknown as string;
    throw "thrown";
  } catch (e) {
    return "caught " + e;
  }
};
for (let k = 0; k < 4; k++) console.log(await ret(k));
o.list[await v(0)] += await v(100);
o.n = await v(50);
delete (await v(o) as any).f;
console.log(o, await v(undefined), await 5, await await v(v(6)));
const nested = async () => { const inner = async () => { const most = async () => await v("deep"); return (await most()) + "!"; }; return (await inner()) + "?"; };
console.log(await nested(), (await Promise.all([nested(), v(1)])).length);
