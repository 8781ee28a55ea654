class Cat {
  meow() {
    return "meow";
  }
}
class Dog {
  constructor(public size: number) {}
  bark() {
    return "woof".repeat(this.size);
  }
}
class Puppy extends Dog {
  constructor() {
    super(1);
  }
  whine() {
    return "whine";
  }
}
function speak(animal: Cat | Dog | string): string {
  if (animal instanceof Puppy) return animal.whine() + " " + animal.bark();
  if (animal instanceof Dog) return animal.bark();
  if (animal instanceof Cat) return animal.meow();
  return animal.toUpperCase();
}
for (const a of [new Cat(), new Dog(2), new Puppy(), "moo"]) console.log(speak(a));
const things: unknown[] = [new Error("e"), new TypeError("t"), [1], new Map([[1, 2]]), new Set([3]), () => 1, {}, null, 5];
for (const t of things) {
  if (t instanceof TypeError) console.log("TypeError", t.message);
  else if (t instanceof Error) console.log("Error", t.message);
  else if (t instanceof Array) console.log("Array", t.length);
  else if (t instanceof Map) console.log("Map", t.size);
  else if (t instanceof Set) console.log("Set", t.has(3));
  else if (t instanceof Function) console.log("Function", t.length);
  else if (t instanceof Object) console.log("Object");
  else console.log("other", t);
}
class Even {
  static [Symbol.hasInstance](n: unknown) {
    return typeof n === "number" && n % 2 === 0;
  }
}
console.log((4 as any) instanceof Even, (3 as any) instanceof Even);
