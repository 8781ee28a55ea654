class Animal {
  constructor(readonly name: string) {}
  sound(): string {
    return "...";
  }
}
class Dog extends Animal {
  sound() {
    return "woof";
  }
  fetch() {
    return this.name + " fetches";
  }
}
const dogs: Dog[] = [new Dog("Rex")];
const animals: Animal[] = dogs;
animals.push(new Animal("Cat?"));
for (const a of animals) console.log(a.name, a.sound());
console.log(dogs.length, dogs[0].fetch());
try {
  console.log(dogs[1].fetch());
} catch (e) {
  console.log(e instanceof TypeError);
}
const text = 5 as unknown as string;
console.log(typeof text, text + 1);
const missing = ([] as string[])[0]!;
console.log(missing, typeof missing);
const made = {} as { a: { b: number } };
console.log(made.a, made.a?.b);
const wrong: number = JSON.parse('"text"');
console.log(wrong, typeof wrong);
