// reference
// Object literals, object types, interfaces: fields, optional ones, nested ones, shorthand, spread.
interface Point {
  x: number;
  y: number;
}
interface Named {
  readonly name: string;
  note?: string;
}
type NamedPoint = { name: string; point: Point; tags: string[]; note?: string };

const x = 1;
const origin: Point = { x: 0, y: 0 };
const p: Point = { y: 2, x };
console.log(p.x, p.y, origin.x === p.x, origin === p);
p.x += 5;
p.y++;
console.log(p.x, p.y--, p.y);

function length(point: Point): number {
  return Math.sqrt(point.x * point.x + point.y * point.y);
}
console.log(length({ x: 3, y: 4 }), length(p));

class Pixel {
  constructor(
    public x: number,
    public y: number,
    public color: string,
  ) {}
}
const pixel = new Pixel(6, 8, "red");
console.log(length(pixel));
const asPoint: Point = pixel;
asPoint.x = 60;
console.log(pixel.x, length(asPoint));

function describe(value: Named): string {
  return value.name + (value.note === undefined ? "" : " (" + value.note + ")");
}
const np: NamedPoint = { name: "a", point: { x: 1, y: 1 }, tags: ["t"] };
console.log(describe({ name: "b" }), describe({ name: "c", note: "n" }), describe({ note: "m", name: "d" }));
np.point = p;
np.point.x = 100;
np.tags.push("u");
console.log(p.x, np.point.x, np.tags.length, np.note, np.note?.length);
np.note = "noted";
console.log(np.note.length);

const inferred = { a: 1, b: "two", c: { d: true, e: [1, 2] } };
inferred.a = 7;
inferred.c.e.push(3);
console.log(inferred.a, inferred.b, inferred.c.d, inferred.c.e.length);

const spread = { ...inferred, b: "three", f: null };
console.log(spread.a, spread.b, spread.c === inferred.c, spread.f);
const over = { ...spread, ...{ b: "last", g: 1 } };
console.log(over.b, over.g, over.a);

function order(text: string): string {
  console.log("eval", text);
  return text;
}
const ordered = { z: order("z"), a: order("a"), m: order("m") };
console.log(ordered.a + ordered.m + ordered.z);

interface Tree {
  value: number;
  left: Tree | null;
  right: Tree | null;
}
function insert(tree: Tree | null, value: number): Tree {
  if (tree === null) return { value, left: null, right: null };
  if (value < tree.value) tree.left = insert(tree.left, value);
  else tree.right = insert(tree.right, value);
  return tree;
}
function sum(tree: Tree | null): number {
  return tree === null ? 0 : tree.value + sum(tree.left) + sum(tree.right);
}
let tree: Tree | null = null;
for (const value of [5, 2, 8, 1, 9]) tree = insert(tree, value);
console.log(sum(tree), tree?.left?.left?.value, tree?.right?.left?.value);

interface Shape {
  area(): number;
  name: string;
}
interface Solid extends Shape {
  volume(height: number): number;
}
class Box implements Solid {
  name = "box";
  constructor(private side: number) {}
  area(): number {
    return this.side * this.side;
  }
  volume(height: number): number {
    return this.area() * height;
  }
}
class Disc implements Shape {
  name = "disc";
  area(): number {
    return 3;
  }
}
const shapes: Shape[] = [new Box(2), new Disc()];
let total = 0;
for (const shape of shapes) {
  total += shape.area();
  if (shape instanceof Box) console.log("volume", shape.volume(10));
}
const solid: Solid = new Box(3);
const shape: Shape = solid;
shape.name = "cube";
console.log(total, solid.name, shape.area(), solid.volume(2));
