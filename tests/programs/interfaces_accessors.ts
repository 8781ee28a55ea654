// Properties of interfaces that classes and literals have as accessors.
interface HasArea {
  readonly area: number;
  name: string;
}

class Square implements HasArea {
  name = "square";
  reads = 0;
  constructor(private side: number) {}
  get area(): number {
    this.reads++;
    return this.side * this.side;
  }
}

class Flat implements HasArea {
  area = 7;
  constructor(public name: string) {}
}

class Named implements HasArea {
  private stored = "n";
  get area(): number {
    return 1;
  }
  get name(): string {
    return `<${this.stored}>`;
  }
  set name(value: string) {
    this.stored = value + "!";
  }
}

class SubSquare extends Square {
  override get area(): number {
    return super.area + 100;
  }
}

function describe(thing: HasArea): string {
  return `${thing.name}: ${thing.area}`;
}

const square = new Square(3);
const things: HasArea[] = [
  square,
  new Flat("flat"),
  new Named(),
  new SubSquare(2),
  { name: "literal", area: 5 },
  {
    name: "computed",
    get area() {
      return 40 + 2;
    },
  },
];
for (const thing of things) console.log(describe(thing));
for (const thing of things) thing.name += "+";
console.log(things.map((thing) => thing.name).join(" "));
console.log(square.reads, things.reduce((sum, thing) => sum + thing.area, 0), square.reads);

interface Counter {
  value: number;
}
class Stepper implements Counter {
  private n = 0;
  get value(): number {
    return this.n;
  }
  set value(next: number) {
    if (next < 0) throw new RangeError(`no ${next}`);
    this.n = next;
  }
}
function bump(counter: Counter, by: number): number {
  counter.value += by;
  counter.value++;
  return counter.value--;
}
const plain = { value: 10 };
const stepper = new Stepper();
console.log(bump(stepper, 5), stepper.value, bump(plain, 5), plain.value);
try {
  bump(stepper, -50);
} catch (error) {
  console.log(error instanceof RangeError ? error.message : "?", stepper.value);
}

class OnlyGetter {
  get value(): number {
    return 3;
  }
}
class Below extends OnlyGetter {}
try {
  bump(new Below(), 1);
} catch (error) {
  console.log(error instanceof TypeError, error instanceof Error ? error.message : "?");
}

interface Chain {
  next: Chain | null;
  readonly depth: number;
}
class Link implements Chain {
  constructor(public next: Chain | null) {}
  get depth(): number {
    return this.next === null ? 0 : this.next.depth + 1;
  }
}
class End implements Chain {
  next: Chain | null = null;
  depth = 1000;
}
const chain: Chain = new Link(new Link(new Link(null)));
const other: Chain = new Link(new End());
console.log(chain.depth, other.depth, chain.next?.depth);

interface Wider {
  area: number;
}
const wide: Wider = things[0];
const copied = { ...things[1] };
console.log(wide.area, copied.name);
