// An object that is put into an array as one of wider elements is found out when it is read as one of the narrower.
class Animal {
  constructor(readonly name: string) {}
}
class Dog extends Animal {
  fetch(): string {
    return `${this.name} fetches`;
  }
}
const dogs: Dog[] = [new Dog("a")];
const animals: Animal[] = dogs;
animals.push(new Animal("b"));
// output: 2 b
console.log(dogs.length, animals[1].name);
try {
  console.log(dogs[1].name);
} catch (e) {
  console.log(e instanceof TypeError);
}
// output: true
// output: a fetches
console.log(dogs[0].fetch());
