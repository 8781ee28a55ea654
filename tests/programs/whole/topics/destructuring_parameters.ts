function area({ width, height = width, unit = "m" }: { width: number; height?: number; unit?: string }): string {
  return `${width * height}${unit}²`;
}
console.log(area({ width: 3 }), area({ width: 2, height: 4, unit: "cm" }));
function sum([a, b = 10]: [number, number?], ...[c, d = c]: number[]) {
  return [a, b, c, d];
}
console.log(sum([1]), sum([1, 2], 3), sum([1, 2], 3, 4));
const swap = <A, B>([a, b]: readonly [A, B]): [B, A] => [b, a];
console.log(swap([1, "x"]));
function options({ deep: { flag = false, list: [head, ...tail] = ["h"] } = {} }: { deep?: { flag?: boolean; list?: string[] } } = {}) {
  return { flag, head, tail };
}
console.log(options(), options({}), options({ deep: { flag: true, list: ["a", "b", "c"] } }));
const entries = Object.entries({ a: 1, b: 2 }).map(([k, v]) => k + v);
console.log(entries);
class Point {
  x: number;
  y: number;
  constructor({ x = 0, y = 0 }: Partial<Point> = {}) {
    this.x = x;
    this.y = y;
  }
}
console.log(new Point(), new Point({ y: 5 }));
let log = "";
const note = (s: string) => ((log += s), s);
function order({ a = note("a"), b = note("b") }: { a?: string; b?: string } = {}, c = note("c"), [d = note("d")] = [] as string[]) {
  return a + b + c + d;
}
order({ b: "B" });
console.log(log);
