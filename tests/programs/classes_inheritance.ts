// reference
// Inheritance: constructors, super calls, overriding, abstract classes, methods that call overridden ones.
abstract class Shape {
  static made = 0;
  readonly id: number;
  constructor(readonly name: string) {
    Shape.made++;
    this.id = Shape.made;
  }
  abstract area(): number;
  abstract get sides(): number;
  describe(): string {
    return `${this.id} ${this.name} ${this.area()} ${this.sides}`;
  }
  scale(by: number): Shape {
    console.log("scale", this.name, by);
    return this;
  }
}

class Circle extends Shape {
  constructor(private radius: number) {
    super("circle");
    this.radius = radius * 1;
  }
  override area(): number {
    return this.radius * this.radius * 3;
  }
  get sides(): number {
    return 0;
  }
  override scale(by: number): Circle {
    super.scale(by);
    this.radius *= by;
    return this;
  }
}

class Square extends Shape {
  side = 2;
  area(): number {
    return this.side ** 2;
  }
  get sides(): number {
    return 4;
  }
  override describe(): string {
    return "square: " + super.describe();
  }
}

class Big extends Square {
  override side = 10;
  override area(): number {
    return super.area() + 1;
  }
}

const shapes: Shape[] = [new Circle(2), new Square("square"), new Big("big")];
for (const shape of shapes) {
  console.log(shape.describe(), shape instanceof Square, shape instanceof Big, shape instanceof Shape);
}
for (const shape of shapes) {
  if (shape instanceof Circle) {
    console.log(shape.scale(3).area());
  } else if (shape instanceof Big) {
    shape.side = 1;
    console.log("big", shape.area());
  } else {
    console.log(shape.scale(2).area());
  }
}
console.log(Shape.made);

class Base {
  log: string = "";
  constructor() {
    this.hook();
  }
  hook(): void {
    this.log += "base;";
  }
  show(): string {
    return this.log;
  }
}
class Derived extends Base {
  hook(): void {
    super.hook();
    this.log += "derived;";
  }
}
console.log(new Derived().show(), new Base().show());

class A {
  who(): string {
    return "A";
  }
  call(): string {
    return this.who();
  }
}
class B extends A {
  who(): string {
    return "B" + super.who();
  }
}
class C extends B {
  who(): string {
    return "C" + super.who();
  }
}
const all: A[] = [new A(), new B(), new C()];
console.log(all[0].call(), all[1].call(), all[2].call());
