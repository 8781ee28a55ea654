// Calls whose functions are guessed by their names: the guess may be wrong at any time.

class Counter {
  count = 0;
  add(n: number): number {
    this.count += n;
    return this.count;
  }
}

class Doubling extends Counter {
  twice(n: number): number {
    return super.add(2 * n);
  }
}

function total(counter: { add(n: number): number }, times: number): number {
  let last = 0;
  for (let i = 0; i < times; i++) last = counter.add(i);
  return last;
}

const counter = new Counter();
console.log(total(counter, 100), counter.count);

// Another object has a method of that name, an own one hides the prototype's, the prototype gets another.
const other = { sum: 1, add(n: number): number { this.sum *= 1 + (n % 2); return this.sum; } };
console.log(total(other, 50));
const hiding = new Counter();
(hiding as any).add = function (n: number): number { return -n; };
console.log(total(hiding, 10), hiding.count);
const before = Counter.prototype.add;
Counter.prototype.add = function (n: number): number { return before.call(this, n) + 1000; };
console.log(total(counter, 3), counter.count);
Counter.prototype.add = before;
console.log(total(new Doubling(), 7), new Doubling().twice(4));

// What is called is no function: as ever.
for (const wrong of [{}, { add: 5 }, null]) {
  try {
    total(wrong as any, 1);
  } catch (error) {
    console.log((error as Error).message);
  }
}

// Classes: as themselves, extended, replaced by what a constructor returns, without a constructor of their own.
class Point {
  constructor(public x: number, public y: number) {}
  plus(that: Point): Point {
    return new Point(this.x + that.x, this.y + that.y);
  }
}
class Point3 extends Point {
  z: number;
  constructor(x: number, y: number, z: number) {
    super(x, y);
    this.z = z;
  }
}
class Plain extends Point3 {
  label = `${this.x},${this.y},${this.z}`;
}
class Changeling {
  constructor(kind: number) {
    if (kind > 0) return new Point(kind, kind) as any;
  }
}
let point = new Point(0, 0);
for (let i = 0; i < 1000; i++) point = point.plus(new Point(i, -i));
console.log(point, new Plain(1, 2, 3), new Changeling(1), new Changeling(0));
const made: (new (x: number, y: number) => Point)[] = [Point, class extends Point { constructor(x: number, y: number) { super(y, x); } }];
for (const C of made) console.log(new C(1, 2).x);

// Functions that are declared, in a variable, recursive, with captured variables, called with too few and too many.
function outer(step: number): (n: number) => number {
  const inner = (n: number, more: number = 10): number => (n <= 0 ? more : inner(n - step) + 1);
  return inner;
}
console.log(outer(1)(20), outer(3)(20), (outer(2) as any)(5, 1, 2, 3, 4, 5, 6));
const many = (...all: number[]): number => all.length;
console.log(many(), many(1, 2, 3, 4, 5, 6, 7));
function* numbers(n: number): Generator<number> {
  for (let i = 0; i < n; i++) yield i;
}
const run = async (n: number): Promise<number> => (n === 0 ? 0 : 1 + (await run(n - 1)));
console.log([...numbers(4)].join());
run(5).then((n) => console.log(n));

// Methods by the class of the object: inherited, overridden, abstract, of `this`, of what is something else.
abstract class Shape {
  abstract area(): number;
  label(): string {
    return `${this.kind()} of ${this.area()}`;
  }
  kind(): string {
    return "shape";
  }
}
class Square extends Shape {
  constructor(readonly side: number) {
    super();
  }
  area(): number {
    return this.side * this.side;
  }
  override kind(): string {
    return "square, a " + super.kind();
  }
}
class Unit extends Square {
  constructor() {
    super(1);
  }
}
class Holder<T extends Shape> {
  constructor(private readonly shape: T) {}
  area(): number {
    return this.shape.area() + 1;
  }
}
const shapes: Shape[] = [new Square(2), new Unit(), new (class extends Shape { area(): number { return -1; } })()];
for (let round = 0; round < 50; round++) for (const shape of shapes) shape.label();
console.log(shapes.map((shape) => shape.label()), new Holder(new Square(3)).area());
const pretending = { area: () => 5, kind: () => "no shape", label: Shape.prototype.label } as unknown as Square;
console.log(pretending.label(), pretending.area());
const square = new Square(4);
Object.defineProperty(square, "area", { value: () => 0 });
console.log(square.label(), square.area());
