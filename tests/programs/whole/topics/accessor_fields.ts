// Fields that are written `accessor`: a getter and a setter over a private field.
const computed = "computed1";
class Point {
  accessor x = 1;
  accessor y: number | undefined;
  private accessor hidden = 2;
  static accessor origin = new Point();
  static accessor count: number;
  accessor #secret = 3;
  static accessor #shared = "shared";
  accessor [computed] = 4;
  accessor 5 = "five";
  accessor "a text" = 6;
  readonly sum = this.#secret + 1;
  secret(): number {
    return this.#secret++;
  }
  static shared(): string {
    Point.#shared += "!";
    return Point.#shared;
  }
  has(other: object): boolean {
    return #secret in other;
  }
  show(): number {
    return this.hidden;
  }
}

const point = new Point();
console.log(point.x, point.y, Point.origin.x, Point.count, point.secret(), point.secret(), Point.shared(), Point.shared());
console.log((point as any).computed1, point[5], point["a text"], point.sum, point.show(), point.has(point), point.has({}));
point.x = 10;
Point.count = 1;
console.log(point.x, Point.count, Object.keys(point), "x" in point, Object.hasOwn(point, "x"), point);
const descriptor = Object.getOwnPropertyDescriptor(Point.prototype, "x")!;
console.log(descriptor, descriptor.get!.call(point));
try {
  descriptor.get!.call({});
} catch (error) {
  console.log((error as Error).constructor.name);
}

class Point3 extends Point {
  override accessor x = 20;
  accessor z = 30;
  base(): number {
    return super.x;
  }
}
const deep = new Point3();
console.log(deep.x, deep.z, deep.base(), Point3.count);
Point3.count = 7;
console.log(Point.count, Object.hasOwn(Point3, "count"));

const accessor = 1;
class Names {
  accessor = accessor;
  static accessor = 2;
}
console.log(new Names().accessor);
class Method {
  accessor(): string {
    return "method";
  }
}
console.log(new Method().accessor());
