class Vector {
  constructor(public x: number, public y: number) {}
  length() {
    return Math.hypot(this.x, this.y);
  }
}
class Point {
  x = 3;
  y = 4;
  length() {
    return 5.5;
  }
}
function show(v: Vector): string {
  return `${v.x},${v.y} ${v.length()} ${v instanceof Vector}`;
}
console.log(show(new Vector(6, 8)), "|", show(new Point()), "|", show({ x: 1, y: 0, length: () => -1 }));
const list: Vector[] = [new Vector(0, 0), new Point(), { x: 9, y: 9, length() { return this.x + this.y; } }];
console.log(list.map((v) => v.length()));
interface Reader {
  read(): string;
}
class FileReader implements Reader {
  read() {
    return "file";
  }
}
const readers: Reader[] = [new FileReader(), { read: () => "literal" }, Object.create({ read: () => "inherited" })];
console.log(readers.map((r) => r.read()));
class Empty {}
const anything: Empty[] = [1, "s", [], {}];
console.log(anything.length, anything);
type Shape = { area(): number; name?: string };
const shapes: Shape[] = [{ area: () => 1 }, new (class { name = "sq"; constructor(private s: number) {} area() { return this.s ** 2; } })(3)];
for (const s of shapes) console.log(s.name ?? "unnamed", s.area());
const v: Vector = Object.assign(new Point(), { x: 100 });
console.log(v.x, v.constructor.name);
