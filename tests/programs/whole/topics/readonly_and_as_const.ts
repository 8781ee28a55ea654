const config = { host: "h", port: 80, nested: { list: [1, 2, 3] } } as const;
type Host = typeof config.host;
const host: Host = "h";
console.log(host, config.port, config.nested.list.length, config);
(config as any).port = 81;
(config.nested.list as any).push(4);
console.log(config.port, config.nested.list, Object.isFrozen(config));
const names = ["a", "b", "c"] as const;
type Name = (typeof names)[number];
const isName = (s: string): s is Name => (names as readonly string[]).includes(s);
console.log(isName("a"), isName("z"), names[0], names.length);
class Point {
  readonly x: number;
  readonly tags: readonly string[] = ["t"];
  static readonly origin: Readonly<Point> = new Point(0);
  constructor(x: number) {
    this.x = x;
  }
}
const p = new Point(5);
(p as { x: number }).x = 6;
console.log(p, Point.origin.x);
const ro: ReadonlyMap<string, number> = new Map([["a", 1]]);
const rs: ReadonlySet<number> = new Set([1]);
console.log(ro.get("a"), rs.has(1), [...ro]);
function total(ns: readonly number[]): number {
  return ns.reduce((a, b) => a + b, 0);
}
console.log(total([1, 2]), total(config.nested.list));
const routes = [{ path: "/", id: 1 }, { path: "/a", id: 2 }] as const satisfies readonly { path: string; id: number }[];
type Path = (typeof routes)[number]["path"];
const paths: Path[] = routes.map((r) => r.path);
console.log(paths);
type Mutable<T> = { -readonly [K in keyof T]: T[K] };
const m: Mutable<Point> = { x: 1, tags: [] };
m.x = 2;
console.log(m);
let literal = "x" as const;
console.log(literal, [1, "a"] as const, { t: true } as const);
