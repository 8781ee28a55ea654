// Names that functions and classes have inside of themselves, blocks of classes with `var`, keys as patterns.
const kindOf = (action: () => void): string => {
  try {
    action();
    return "nothing";
  } catch (error) {
    return (error as Error).name;
  }
};

const recursive = function self(depth: number): string {
  // @ts-expect-error
  const failed = kindOf(() => (self = null));
  return depth === 0 ? failed : `${typeof self} ${self(depth - 1)}`;
};
console.log(recursive(2));

const shadowed = function value(): string {
  const value = "inner";
  return value;
};
const hoisted = function value(): string {
  var value = "hoisted";
  return value;
};
const given = function value(value: string): string {
  return value;
};
console.log(shadowed(), hoisted(), given("given"));

class Counter {
  static seen: unknown[] = [];
  static {
    var total = 1;
    this.seen.push(total);
  }
  static {
    // @ts-ignore
    this.seen.push(total);
    // @ts-ignore
    var total = 5;
    this.seen.push((() => total)());
  }
  static rename() {
    // @ts-expect-error
    Counter = null;
  }
}
console.log(Counter.seen, kindOf(() => Counter.rename()), typeof Counter);

const Named = class Inner {
  static rename() {
    // @ts-expect-error
    Inner = null;
  }
};
console.log(kindOf(() => Named.rename()), Named.name);

// @ts-ignore
console.log(kindOf(() => { class Itself extends (Itself as any) {} }));

let length = 0;
let first = "";
let second = "";
// @ts-ignore
for ({ length } in { abc: 1 }) console.log(length);
// @ts-ignore
for ([first, second] in { xy: 1, z: 2 }) console.log(first, second);

class Base {
  value = 1;
}
class Derived extends Base {
  remove() {
    // @ts-ignore
    return kindOf(() => delete super.value) + " " + kindOf(() => delete super["value"]);
  }
}
console.log(new Derived().remove());

class Escaped {
  #\u{6F}ne = 1;
  ["constructor"]() {
    return this.#one;
  }
}
console.log(new Escaped()["constructor"]());

// @ts-ignore
if (length > 100);
else console.log("else");

const order: string[] = [];
const key = (name: string) => {
  order.push(name);
  return name;
};
class Computed {
  // @ts-ignore
  static [key("a")] = order.push("a is");
  [key("b")]() {}
  // @ts-ignore
  [key("c")] = order.push("c is");
  static get [key("d")]() {
    return 4;
  }
  // @ts-ignore
  static [key("e")] = order.push("e is");
}
new Computed();
console.log(order.join(" "), Object.keys(Computed), Object.keys(new Computed()));
// @ts-ignore
console.log(kindOf(() => { class Wrong { static [key("prototype")] = 1; } }));

class Keeper {
  static #secret() {
    return 1;
  }
  static spoil() {
    // @ts-expect-error
    this.#secret = null;
  }
}
console.log(kindOf(() => Keeper.spoil()));
const bare = {
  __proto__: null,
  ask() {
    return (super.toString as any)();
  },
};
console.log(kindOf(() => bare.ask()));
// @ts-ignore
console.log(kindOf(() => { class Wrong { static ["prototype"] = 1; } }));
