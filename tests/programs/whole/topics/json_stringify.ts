console.log(JSON.stringify({ a: 1, b: "x", c: true, d: null, e: [1, "y", false], f: { g: {} } }));
console.log(JSON.stringify([undefined, () => 1, Symbol("s"), NaN, Infinity, -0, 1e21, 1e-7]));
console.log(JSON.stringify({ u: undefined, f() {}, s: Symbol("s"), [Symbol("k")]: 1, n: NaN }));
console.log(JSON.stringify(undefined), JSON.stringify(() => 1), JSON.stringify(null), JSON.stringify("s"), JSON.stringify(5));
console.log(JSON.stringify('quote " back \\ slash / \n \t \b \f \r \u0001 \u001f é 😀 \u2028 \ud800'));
console.log(JSON.stringify({ a: [1, { b: 2 }], c: {}, d: [] }, null, 2));
console.log(JSON.stringify([1, [2, [3]]], null, "--"));
console.log(JSON.stringify({ x: 1 }, null, 100).length, JSON.stringify({ x: 1 }, null, "abcdefghijklm"));
console.log(JSON.stringify({ a: 1, b: { a: 2, c: 3 }, c: 4 }, ["a", "b"]));
console.log(JSON.stringify({ 1: "x", 2: "y" }, [1] as any), JSON.stringify({ b: 1, a: 2 }, ["a", "b"]));
console.log(JSON.stringify({ a: 1, b: "two", c: [3, "four"] }, (key, value) => (typeof value === "number" ? value * 10 : value)));
console.log(JSON.stringify({ keep: 1, drop: 2 }, (k, v) => (k === "drop" ? undefined : v)));
const visited: string[] = [];
JSON.stringify({ a: { b: [7] } }, function (key, value) {
  visited.push(`${JSON.stringify(key)} in ${Array.isArray(this) ? "array" : "object"}`);
  return value;
});
console.log(visited);
class Point {
  constructor(public x: number, private y: number) {}
  get sum() {
    return this.x + this.y;
  }
  toJSON(key: string) {
    return { x: this.x, key };
  }
}
console.log(JSON.stringify({ p: new Point(1, 2), list: [new Point(3, 4)] }), JSON.stringify(new Point(5, 6)));
console.log(JSON.stringify(new Map([[1, 2]])), JSON.stringify(new Set([1])), JSON.stringify(new Error("e")));
console.log(JSON.stringify(Object("str")), JSON.stringify([Object(1), Object(false)]));
const cyclic: any = { name: "c" };
cyclic.self = { inner: cyclic };
try {
  JSON.stringify(cyclic);
} catch (e: any) {
  console.log(e.name, e.message.split("\n")[0]);
}
console.log(JSON.stringify({ get g() { return "got"; } }), JSON.stringify(Object.create({ inherited: 1 })));
