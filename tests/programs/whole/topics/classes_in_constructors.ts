// Classes that constructors of derived classes make, whose static parts have a `this` of their own.
class Base {
  constructor(public n: number) {}
}
class Derived extends Base {
  made: any[] = [];
  constructor() {
    const make = () => {
      class Inner {
        static self = this;
        static later = () => this;
        static #own = 5;
        static read = () => this.#own;
        static {
          console.log("block", this === Inner.self, (() => this)() === Inner);
        }
      }
      return Inner;
    };
    const before = make();
    class Plain {
      static self = this;
      static later = () => [this];
      static nested = class {
        static name2 = this.name;
        static up = () => this;
      };
    }
    super(1);
    class After extends Base {
      static self = this;
      static later = () => this;
      me = () => this;
    }
    const me = () => this;
    this.made = [before.self === before, before.later() === before, before.read(), Plain.self === Plain, Plain.later()[0] === Plain];
    this.made.push(Plain.nested.name2, Plain.nested.up() === Plain.nested, After.self === After, After.later() === After, me() === this);
    const after = new After(2);
    this.made.push(after.me() === after);
  }
}
console.log(new Derived().made);
