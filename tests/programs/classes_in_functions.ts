// reference
const scale = 10;
function helper(n: number): number {
  return n * scale;
}
class Outer {
  constructor(readonly name: string) {}
  make(): string {
    class Part {
      constructor(private readonly text: string) {}
      show(): string {
        return `<${this.text}>`;
      }
    }
    return new Part(this.name).show();
  }
}
console.log(new Outer("o").make(), new Outer("p").make());

function build(count: number): string {
  interface Item {
    label(): string;
  }
  enum Kind {
    SMALL,
    LARGE,
  }
  abstract class Base implements Item {
    protected kind: Kind = Kind.SMALL;
    #secret = 1;
    constructor(readonly size: number) {
      if (size > 2) this.kind = Kind.LARGE;
    }
    abstract name(): string;
    label(): string {
      return `${this.name()}${helper(this.size)}${this.kind === Kind.LARGE ? "!" : ""}${this.#secret}`;
    }
    static of(size: number): Base {
      return size % 2 === 0 ? new Even(size) : new Odd(size);
    }
    get twice(): number {
      return this.size * 2;
    }
  }
  class Even extends Base {
    name(): string {
      return "even";
    }
  }
  class Odd extends Base {
    private calls = 0;
    name(): string {
      this.calls++;
      return `odd${this.calls}`;
    }
    label(): string {
      return super.label().toUpperCase();
    }
  }
  const items: Base[] = [];
  for (let i = 0; i < count; i++) items.push(Base.of(i));
  let twice = 0;
  for (const item of items) twice += item.twice;
  const labelled: Item[] = [];
  for (const item of items) labelled.push(item);
  return labelled.map((item) => item.label()).join(" ") + ` ${twice}`;
}
console.log(build(4));
console.log(build(2));

function countdown(n: number): string {
  class Frame {
    constructor(readonly depth: number, readonly rest: string) {}
    text(): string {
      return `${this.depth}${this.rest}`;
    }
  }
  return n === 0 ? "." : new Frame(n, countdown(n - 1)).text();
}
console.log(countdown(3));

{
  class Scoped {
    value = scale;
  }
  console.log(new Scoped().value);
}
{
  class Scoped {
    readonly value: string;
    constructor() {
      this.value = "another";
    }
  }
  console.log(new Scoped().value);
}
for (let i = 0; i < 2; i++) {
  class Each {
    constructor(readonly n: number) {}
  }
  console.log(new Each(i).n);
}
const arrow = (): string => {
  class Inside {
    greet(): string {
      class Deeper {
        word = "deep";
      }
      return new Deeper().word;
    }
  }
  return new Inside().greet();
};
console.log(arrow());
async function waits(): Promise<string> {
  class Job {
    async run(n: number): Promise<number> {
      await Promise.resolve();
      return n + 1;
    }
  }
  const jobs = [1, 2].map((n) => new Job().run(n));
  return (await Promise.all(jobs)).join();
}
console.log(await waits());
function fails(): void {
  class LocalError extends RangeError {
    constructor(message: string) {
      super(message);
      this.name = "LocalError";
    }
  }
  throw new LocalError("from inside");
}
try {
  fails();
} catch (e) {
  if (e instanceof RangeError) console.log(e.name, e.message);
}
