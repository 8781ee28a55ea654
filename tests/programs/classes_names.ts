// The name of a class, as a value.
class Animal {
  static create(): string {
    return `${this.name} and ${Animal.name}`;
  }
  describe(): string {
    return Animal.name + "/" + this.constructor.name;
  }
}
class Dog extends Animal {
  static base(): string {
    return super.name;
  }
}
console.log(Animal.name, Dog.name.length, Animal.create(), new Dog().describe(), Dog.base());
console.log(Animal.name === "Animal" ? "same" : "other");
