// reference
// Members that all types of a union have: fields, accessors, methods, with null and optional chains.
class Circle {
  kind = "circle";
  constructor(public size: number) {}
  area(scale: number): number {
    return this.size * 3 * scale;
  }
  log(): void {
    console.log("circle", this.size);
  }
}
class Square {
  kind = "square";
  size: string = "big";
  area(scale: number): number {
    return this.size.length * scale;
  }
  get log2(): number {
    return 2;
  }
  log(): void {
    console.log("square", this.size);
  }
}
interface Note {
  kind: string;
  size: boolean;
  area(scale: number): number;
  log(): void;
}
class Paper implements Note {
  kind = "paper";
  size = true;
  area(): number {
    return 1;
  }
  log(): void {
    console.log("paper");
  }
}
type Shape = Circle | Square | Note;
const shapes: Shape[] = [new Circle(2), new Square(), new Paper()];
for (const shape of shapes) {
  console.log(shape.kind, shape.size, shape.area(10), shape.kind.length);
  shape.log();
}
function find(kind: string): Circle | Square | null {
  for (const shape of [new Circle(1), new Square()]) if (shape.kind === kind) return shape;
  return null;
}
console.log(find("square")?.area(2), find("none")?.size, find("circle")?.size ?? "nothing");
let side = 0;
function next(): Circle | Square {
  side++;
  return side % 2 === 0 ? new Square() : new Circle(side);
}
console.log(next().size, next().size, next().area(side), side);
const either = side > 2 ? new Circle(9) : new Square();
if (either instanceof Circle) console.log(either.size + 1);
else console.log(either.size.length);
