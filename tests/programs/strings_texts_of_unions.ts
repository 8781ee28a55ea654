class Point {
  constructor(public x: number, public y: number) {}
  toString(): string { return `(${this.x}, ${this.y})`; }
}
class Bare { n = 1; }
interface Named { name: string; toString(): string }
const values: (Point | string | number | null | undefined | boolean)[] = [new Point(1, 2), "text", 3, null, undefined, true];
console.log(values.map(v => `<${v}>`).join(" "), values.map(String).join());
const nothing: Point | null = values.length > 100 ? new Point(0, 0) : null;
console.log(`${nothing}`, "is " + values[0], `${values.length > 2 ? new Bare() : "none"}`, String(values.length > 2 ? new Point(5, 6) : new Bare()));
const other: Named = { name: "n", toString() { return "named " + this.name; } };
const named: Named | Point = values.length > 2 ? other : new Point(7, 8);
console.log(`${named}`, named.toString(), values.join("-"));
