type Constructor<T = {}> = new (...args: any[]) => T;
function Serializable<B extends Constructor>(Base: B) {
  return class extends Base {
    serialize() {
      return JSON.stringify(this);
    }
  };
}
function Eventful<B extends Constructor<{ name: string }>>(Base: B) {
  return class Eventful extends Base {
    handlers: string[] = [];
    on(event: string) {
      this.handlers.push(event);
      return this;
    }
    describe() {
      return `${this.name} listens to ${this.handlers.join()}`;
    }
  };
}
class User {
  constructor(public name: string) {}
  hello() {
    return "hello " + this.name;
  }
}
const Rich = Serializable(Eventful(User));
const rich = new Rich("Zed").on("open").on("close");
console.log(rich.hello(), rich.describe());
console.log(rich.serialize());
console.log(rich instanceof User, rich instanceof Rich);
class Admin extends Eventful(User) {
  describe() {
    return "admin: " + super.describe();
  }
}
console.log(new Admin("Root").on("x").describe(), new Admin("r"));
const mixin = { shout(this: { name: string }) { return this.name.toUpperCase(); } };
interface User {
  shout(): string;
}
Object.assign(User.prototype, mixin);
console.log(new User("quiet").shout(), rich.shout());
