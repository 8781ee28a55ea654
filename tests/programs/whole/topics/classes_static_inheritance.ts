class Base {
  static count = 0;
  static make() {
    this.count++;
    return new this();
  }
  static get title() {
    return "title of " + this.name;
  }
  static who() {
    return "base";
  }
  describe() {
    return this.constructor.name;
  }
}
class Derived extends Base {
  static who() {
    return "derived of " + super.who();
  }
}
console.log(Base.make().describe(), Derived.make().describe());
console.log(Base.count, Derived.count, Object.hasOwn(Derived, "count"));
Derived.make();
console.log(Base.count, Derived.count);
console.log(Base.title, Derived.title, Derived.who());
console.log(Object.getPrototypeOf(Derived) === Base, Derived.prototype instanceof Base);
console.log(Object.getOwnPropertyNames(Base).join(), Object.keys(Base).join());
console.log(typeof Base, Base.name, Base.length, Derived.name);
class Overrides {
  static toString() {
    return "Overrides!";
  }
  static name2 = "n";
}
console.log(`${Overrides}`, Overrides);
