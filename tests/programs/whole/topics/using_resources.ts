// `using`: what a block has declared so is disposed of when it is left, the last first.
const resource: any = (name: string, fails = false): any => ({
  name,
  [Symbol.dispose]() {
    console.log("dispose", name, this.name);
    if (fails) throw new Error("disposing " + name);
  },
});
const later: any = (name: string, fails = false): any => ({
  async [Symbol.asyncDispose]() {
    console.log("begin", name);
    await null;
    console.log("end", name);
    if (fails) throw new Error("disposing " + name);
  },
});
const told = (e: any): any =>
  e instanceof Error ? [e.name, e.message, told((e as any).error), told((e as any).suppressed)] : e;
function tried(f: () => any): void {
  try {
    console.log("gives", f());
  } catch (e: any) {
    console.log("throws", told(e));
  }
}

{
  using a = resource("a");
  using b = resource("b"),
    c = resource("c");
  console.log("in", a.name, b.name, c.name);
}
console.log("behind");

tried(() => {
  using a = resource("a");
  return (() => {
    console.log("value");
    return a.name;
  })();
});
tried(() => {
  using a = resource("a");
  using n = null;
  using u = undefined;
  throw new Error("body");
});
tried(() => {
  using a = resource("a", true);
  using b = resource("b", true);
  throw new Error("body");
});
tried(() => {
  using a = resource("a", true);
});
tried(() => {
  using a = resource("a");
  using b = {} as any;
  console.log("never");
});
tried(() => {
  using a = 1 as any;
});

for (let i = 0; i < 4; i++) {
  using r = resource("turn " + i);
  if (i === 1) continue;
  if (i === 2) break;
  console.log("turn", i);
}

function* generated(): any {
  using r = resource("generator");
  yield 1;
  yield 2;
}
for (const x of generated()) {
  console.log(x);
  break;
}

class Held {
  static count = 0;
  constructor() {
    Held.count++;
  }
  [Symbol.dispose](): void {
    Held.count--;
  }
}
function annotated(): number {
  using held: Held = new Held();
  using other: Held | null = new Held();
  return Held.count;
}
console.log(annotated(), Held.count);

async function waits(): Promise<string> {
  await using a = later("a");
  await using b = resource("b");
  using c = resource("c");
  await using n = null;
  console.log("body");
  return "result";
}
console.log(await waits());
async function fails(): Promise<void> {
  await using a = later("a", true);
  throw new Error("body");
}
await fails().catch((e) => console.log(told(e)));

const closures: any[] = [];
{
  using r = resource("captured");
  closures.push(() => r.name);
}
console.log(closures[0]());
