// What decorators put in the place of classes and members, and what goes wrong.
function extended<T extends new (...args: any[]) => { name: string }>(target: T, context: ClassDecoratorContext<T>) {
  console.log(context.kind, context.name, target.name);
  return class extends target {
    added = "added";
    get [Symbol.toStringTag](): string {
      return `replaced ${this.name}`;
    }
  };
}

@extended
class Person {
  static people = 0;
  static self = Person;
  static #secret = "secret";
  static #reveal(): string {
    return Person.#secret;
  }
  static {
    console.log("static", this === Person, this.self === Person, Object.hasOwn(this, "people"));
  }
  name = "nobody";
  get [Symbol.toStringTag](): string {
    return "Person";
  }
  static make(): Person {
    return new Person();
  }
  static reveal(): string {
    return Person.#reveal();
  }
  isOne(x: unknown): boolean {
    return x instanceof Person;
  }
}
const person = Person.make();
console.log(person, String(person), person.isOne(person), Person.people, Person.self === Person, Person.reveal());

const Anonymous = @extended class {
  name = "anonymous";
};
console.log(new Anonymous());

function constant<This, V>(_value: undefined, context: ClassFieldDecoratorContext<This, V>): void {
  context.addInitializer(function (this: This) {
    Object.defineProperty(this, context.name, { writable: false });
  });
}

function swapped(_get: unknown, context: { kind: string }): any {
  if (context.kind === "getter") return () => "another getter";
  if (context.kind === "setter") return (value: string) => console.log("another setter", value);
  return () => "another method";
}

class Members {
  @constant fixed = 1;
  @swapped method(): string {
    return "method";
  }
  @swapped get both(): string {
    return "getter";
  }
  @swapped set both(value: string) {
    console.log("setter", value);
  }
  @swapped static shared(): string {
    return "shared";
  }
  @swapped #hidden(): string {
    return "hidden";
  }
  ask(): string {
    return this.#hidden();
  }
}
const members = new Members();
try {
  members.fixed = 2;
} catch (error) {
  console.log((error as Error).constructor.name);
}
console.log(members.method(), members.both, Members.shared(), members.ask());
members.both = "x";
console.log(Object.getOwnPropertyDescriptor(Members.prototype, "method"));

// Access to members, also private ones, by way of the context.
const accesses: { has(o: unknown): boolean; get(o: unknown): unknown; set?(o: unknown, v: unknown): void }[] = [];
function keep(_value: unknown, context: any): void {
  accesses.push(context.access);
}
class Kept {
  @keep #x = 1;
  @keep y = 2;
  @keep #z(): number {
    return this.#x;
  }
  @keep accessor w = 4;
  x(): number {
    return this.#x + this.#z();
  }
}
const kept = new Kept();
for (const access of accesses) {
  console.log(Object.keys(access), access.has(kept), access.has({}), typeof access.get(kept));
  access.set?.(kept, 10);
}
console.log(kept.x(), kept.y, kept.w);

function attempt(label: string, act: () => unknown): void {
  try {
    console.log(label, act());
  } catch (error) {
    console.log(label, (error as Error).constructor.name);
  }
}
const wrong: any = () => 1;
const nothing: any = () => null;
const late: any = (_value: unknown, context: any) => {
  add = context.addInitializer;
};
let add: any;
const undefinedDecorator: any = undefined;
const addsNumber: any = (_: unknown, c: any) => c.addInitializer(1);
const throwing: any = () => {
  throw new RangeError("x");
};
attempt("number for a class", () => { @wrong class X {} });
attempt("null for a class", () => { @nothing class X {} });
attempt("number for a method", () => class X { @wrong m(): void {} });
attempt("number for a field", () => class X { @wrong f = 1; });
attempt("number for an accessor", () => class X { @wrong accessor f = 1; });
attempt("null for an accessor", () => class X { @nothing accessor f = 1; });
attempt("no function", () => { @undefinedDecorator class X {} });
attempt("late", () => {
  @late class X {}
  add(() => {});
});
attempt("no function added", () => { @addsNumber class X {} });
attempt("throws", () => class X {
  @throwing m(): void {}
});
