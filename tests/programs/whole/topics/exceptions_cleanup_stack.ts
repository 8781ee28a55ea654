class Resource {
  static open: string[] = [];
  constructor(readonly name: string) {
    if (name === "bad") throw new Error("cannot open bad");
    Resource.open.push(name);
  }
  close() {
    Resource.open = Resource.open.filter((n) => n !== this.name);
    if (this.name === "sticky") throw new Error("cannot close sticky");
  }
}
function withResources<R>(names: string[], use: (...rs: Resource[]) => R): R {
  const opened: Resource[] = [];
  const errors: unknown[] = [];
  let result: { value: R } | undefined;
  try {
    for (const n of names) opened.push(new Resource(n));
    result = { value: use(...opened) };
  } catch (e) {
    errors.push(e);
  } finally {
    while (opened.length) {
      try {
        opened.pop()!.close();
      } catch (e) {
        errors.push(e);
      }
    }
  }
  if (errors.length > 1) throw new AggregateError(errors, `${errors.length} errors`);
  if (errors.length) throw errors[0];
  return result!.value;
}
const show = (names: string[], use: (...rs: Resource[]) => unknown) => {
  try {
    console.log("ok", withResources(names, use), Resource.open);
  } catch (e) {
    if (e instanceof AggregateError) console.log(e.message, e.errors.map((x) => x.message), Resource.open);
    else console.log((e as Error).message, Resource.open);
  }
};
show(["a", "b"], (a, b) => a.name + b.name + Resource.open.length);
show(["a", "bad", "c"], () => "unreached");
show(["a", "sticky"], () => "used");
show(["sticky"], () => { throw new Error("use failed"); });
show([], () => "nothing");
const order: string[] = [];
function deep(n: number): never | void {
  try {
    if (n === 0) throw new RangeError("bottom");
    deep(n - 1);
  } catch (e) {
    order.push(`c${n}`);
    if (n === 2) throw new Error("wrapped", { cause: e });
    throw e;
  } finally {
    order.push(`f${n}`);
  }
}
try { deep(3); } catch (e) { console.log((e as Error).message, ((e as Error).cause as Error).message, order.join(" ")); }
const attempts: number[] = [];
const retry = <T>(n: number, f: (i: number) => T): T => { for (let i = 0; ; i++) { try { attempts.push(i); return f(i); } catch (e) { if (i + 1 >= n) throw e; } } };
console.log(retry(5, (i) => { if (i < 2) throw i; return "done at " + i; }), attempts);
try { retry(2, () => { throw new Error("never works"); }); } catch (e) { console.log(String(e)); }
const safely = <T, D>(f: () => T, d: D): T | D => { try { return f(); } catch { return d; } };
console.log(safely(() => JSON.parse("{"), "default"), safely(() => JSON.parse("[1]"), null), safely(() => { throw undefined; }, 0));
let n = 0;
do { try { n++; if (n === 2) throw n; continue; } catch { n += 10; } finally { n += 100; } } while (n < 300);
console.log(n);
