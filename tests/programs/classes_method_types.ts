// reference
// Methods that stand for others with other types: fewer parameters, narrower results, wider parameters, void.
interface Sink {
  put(value: number, name: string): void;
  get(): number | string;
  make(): Animal | null;
}
class Animal {
  name = "animal";
  meet(other: Animal, loud: boolean): string {
    return `${this.name} meets ${other.name}${loud ? "!" : ""}`;
  }
  copy(): Animal {
    return new Animal();
  }
  rate(): number | null {
    return null;
  }
  done(): void {
    console.log("done");
  }
}
class Dog extends Animal {
  override name = "dog";
  override meet(): string {
    return "woof";
  }
  override copy(): Dog {
    return new Dog();
  }
  override rate(): number {
    return 5;
  }
  override done(): number {
    console.log("dog done");
    return 1;
  }
  bark(): string {
    return this.name + "!";
  }
}
class Puppy extends Dog {
  override name = "puppy";
  override meet(): string {
    return super.meet() + " squeak";
  }
  override rate(): number {
    return super.rate() + 1;
  }
}
class First implements Sink {
  put(): number {
    return 1;
  }
  get(): number {
    return 7;
  }
  make(): Dog {
    return new Dog();
  }
}
class Second implements Sink {
  total = 0;
  put(value: number | string): void {
    this.total += typeof value === "number" ? value : 100;
  }
  get(): string {
    return "second" + this.total;
  }
  make(): null {
    return null;
  }
}
const sinks: Sink[] = [new First(), new Second(), new First()];
for (const sink of sinks) {
  sink.put(3, "x");
  const got = sink.get();
  console.log(got, typeof got, sink.make()?.name);
}
const animals: Animal[] = [new Animal(), new Dog(), new Puppy()];
for (const animal of animals) {
  console.log(animal.meet(animals[0], true), animal.copy().name, animal.rate());
  animal.done();
}
const dog: Dog = new Puppy();
console.log(dog.meet(), dog.rate() * 2, dog.copy().bark(), dog.done() + 1);
const puppy = new Puppy();
console.log(puppy.meet(), puppy.rate(), puppy.copy().bark());
