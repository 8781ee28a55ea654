// Methods of object literals: this, captured variables, interfaces with methods given as functions.
interface Shape {
  name: string;
  area(): number;
  scale(by: number, label: string): Shape;
}
function square(side: number): Shape {
  return {
    name: "square",
    area() {
      return side * side;
    },
    scale(by) {
      return square(side * by);
    },
  };
}
const fixed: Shape = {
  name: "fixed",
  area: () => 42,
  scale: (by, label) => {
    console.log("scale", by, label);
    return fixed;
  },
};
class Circle implements Shape {
  name = "circle";
  constructor(private radius: number) {}
  area(): number {
    return this.radius * 3;
  }
  scale(by: number): Circle {
    return new Circle(this.radius * by);
  }
}
const shapes: Shape[] = [square(2), fixed, new Circle(5)];
for (const shape of shapes) console.log(shape.name, shape.area(), shape.scale(2, "x").area());

const counter = {
  count: 0,
  step: 2,
  increment() {
    this.count += this.step;
    return this.count;
  },
  twice(): number {
    this.increment();
    return this.increment();
  },
  reset(): void {
    this.count = 0;
  },
};
console.log(counter.increment(), counter.twice(), counter.count);
counter.step = 5;
console.log(counter.twice());
counter.reset();
console.log(counter.count);

interface Stack {
  push(value: number): void;
  pop(): number | undefined;
  size(): number;
}
function stack(): Stack {
  const values: number[] = [];
  let length = 0;
  return {
    push(value) {
      if (length < values.length) values[length] = value;
      else values.push(value);
      length++;
    },
    pop() {
      return length === 0 ? undefined : values[--length];
    },
    size: () => length,
  };
}
const a = stack();
const b = stack();
a.push(1);
a.push(2);
b.push(3);
console.log(a.pop(), a.size(), b.pop(), b.pop(), a.pop(), b.size());
const tools = {
  async load(name: string): Promise<string> {
    await null;
    return "loaded " + name;
  },
  nested: {
    deep() {
      return "deep";
    },
  },
};
console.log(await tools.load("x"), tools.nested.deep());
