// reference
// Fields: initialisers in the order of the text, parameter properties after them, defaults, readonly.
function note(text: string, value: number): number {
  console.log("init", text);
  return value;
}

class Point {
  x = note("x", 1);
  readonly y: number = note("y", this.x + 1);
  label: string | null = null;
  tag?: string;
  flags: boolean[] = [];
  constructor(
    public z: number,
    private readonly secret: number = 7,
  ) {
    console.log("body", this.x, this.y, this.z, this.secret, this.label, this.tag);
    this.flags.push(z > 2);
  }
  sum(): number {
    return this.x + this.y + this.z + this.secret;
  }
}

const p = new Point(3);
console.log(p.sum(), p.flags[0], p.label, p.tag);
p.x = 10;
p.x += 5;
p.x++;
++p.x;
p.label = "here";
p.tag = p.label + "!";
console.log(p.x, p.label, p.tag, p.label.length, p.sum());
console.log(p.x--, p.x, (p.z *= 2), p.z);

class Counter {
  count: int = 0;
  total = 0.5;
  step(by: int): this {
    this.count += by;
    this.total += by / 2;
    return this;
  }
}
const c = new Counter();
c.step(3).step(4);
console.log(c.count, c.total);
const other = c;
console.log(other === c, new Counter() === c, other !== c);

class Empty {}
const e = new Empty();
console.log(e === e, e instanceof Empty);
