class Service {
  url!: string;
  retries: number;
  private client!: { get(path: string): string };
  constructor() { this.retries = 3; this.setup(); }
  private setup() { this.url = "http://x"; this.client = { get: (p) => this.url + p }; }
  fetch(p: string) { return this.client.get(p); }
}
console.log(new Service().fetch("/a"), new Service());
let later!: number;
const assign = () => { later = 5; };
assign();
console.log(later + 1);
const m = new Map([["k", { list: [1, 2] }]]);
console.log(m.get("k")!.list[0]!.toFixed(1), m.get("k")!.list.at(-1)! + 1);
const el = [1, 2, 3].find((x) => x > 1)!;
console.log(el, ([] as number[])[0]!, (null as string | null)!, undefined!);
try { m.get("none")!.list; } catch (e: any) { console.log(e.message); }
const o: { a?: { b?: { c: number } } } = { a: { b: { c: 1 } } };
o.a!.b!.c++;
o.a!.b!["c"] *= 10;
console.log(o.a!.b!.c, o!.a!, (o.a as { b: { c: number } }).b.c);
let x: string | undefined = "text";
x! += "!";
console.log(x!.length, x![0], `${x!}`, (x as string)!.toUpperCase());
const f: (() => (() => number) | null) | undefined = () => () => 7;
console.log(f!()!(), f?.()!(), (f as any)()());
const as = <T>(v: unknown) => v as T;
console.log(as<number>("not a number"), as<{ deep: string }>({ deep: "d" }).deep, (["a"] as const)[0], <const>["b"], { k: 1 as number | string }.k);
class Node0 { next!: Node0; constructor(public v: number) { this.next = this; } }
const n = new Node0(1);
console.log(n.next.next!.next.v, n.next === n);
