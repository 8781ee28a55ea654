interface HasId {
  id: number;
}
interface HasName {
  name: string;
  rename?(n: string): void;
}
type Entity = HasId & HasName & { tags?: string[] };
const e: Entity = { id: 1, name: "e", rename(n) { this.name = n; } };
e.rename?.("renamed");
console.log(e.name, e.tags?.length, e.id);
function extend<A extends object, B extends object>(a: A, b: B): A & B {
  return Object.assign(Object.create(Object.getPrototypeOf(a)), a, b);
}
const both = extend({ x: 1, hi() { return "hi " + this.x; } }, { y: 2 });
console.log(both.x + both.y, both.hi());
type Callable = { (n: number): string } & { count: number };
const callable = Object.assign((n: number) => `#${n}`, { count: 0 }) as Callable;
callable.count += 5;
console.log(callable(3), callable.count);
type F = ((a: string) => string) & ((a: number) => number);
const over: F = ((a: any) => (typeof a === "string" ? a + "!" : a + 1)) as F;
console.log(over("s"), over(1));
type Timestamped<T> = T & { at: number };
const stamp = <T extends object>(v: T, at: number): Timestamped<T> => ({ ...v, at });
console.log(stamp({ a: 1 }, 100), stamp([1, 2], 5).at);
type Union = { kind: "a"; a: number } | { kind: "b"; b: string };
type Common = Union & { created: number };
const items: Common[] = [{ kind: "a", a: 1, created: 1 }, { kind: "b", b: "x", created: 2 }];
for (const i of items) console.log(i.created, i.kind === "a" ? i.a : i.b);
const logger = { log: (m: string) => "log " + m };
const service = { run() { return this.log("from service"); } } as { run(): string } & typeof logger;
console.log(Object.assign(service, logger).run());
