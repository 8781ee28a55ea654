function parse(text: string): unknown {
  return JSON.parse(text);
}
const u = parse('{"name":"n","list":[1,"2",null]}');
if (typeof u === "object" && u !== null && "name" in u && "list" in u && Array.isArray(u.list)) {
  console.log(u.name, u.list.length, u.list.filter((x): x is number => typeof x === "number"));
}
function toNumber(v: unknown): number {
  switch (typeof v) {
    case "number":
      return v;
    case "string":
      return v.length;
    case "boolean":
      return v ? 1 : 0;
    case "object":
      return v === null ? -1 : Object.keys(v).length;
    default:
      return NaN;
  }
}
console.log([1, "four", true, null, { a: 1 }, undefined, () => 1].map(toNumber));
function fail(message: string): never {
  throw new Error(message);
}
function must<T>(v: T | undefined, name: string): T {
  return v ?? fail("missing " + name);
}
console.log(must(5, "a"), must("", "b"));
try {
  must(undefined, "c");
} catch (e) {
  console.log(e instanceof Error && e.message);
}
type Shape = { t: "a"; n: number } | { t: "b"; s: string };
const handle = (s: Shape) => {
  const table: { [K in Shape["t"]]: (s: Extract<Shape, { t: K }>) => string } = { a: (x) => "n" + x.n, b: (x) => "s" + x.s };
  return (table[s.t] as (s: Shape) => string)(s);
};
console.log(handle({ t: "a", n: 1 }), handle({ t: "b", s: "x" }));
const noItems: never[] = [];
console.log([...noItems, 1].length, noItems.concat([]).length);
function infinite(): never {
  for (let i = 0; ; i++) if (i > 5) throw i;
}
try {
  infinite();
} catch (i) {
  console.log(i);
}
let x: unknown = 5;
x = "s";
x = [x];
console.log(x, (x as unknown[])[0], x instanceof Array ? x.length : 0);
