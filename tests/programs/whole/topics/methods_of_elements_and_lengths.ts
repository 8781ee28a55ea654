// Prototypes of lists and strings that have elements and a length of their own, which values never take from them.
const prototypes: any[] = [Array.prototype, String.prototype];
for (const prototype of prototypes) {
  prototype["0"] = "zero";
  prototype.extra = "extra";
}
const values: any[] = [[1, 2], "ab"];
for (let round = 0; round < 3; round++) {
  for (const prototype of prototypes) console.log(prototype["0"], prototype.extra);
  for (const value of values) {
    console.log(value.length, value["0"], value[1], value["8"], value.extra, typeof value.at);
  }
}
for (const prototype of prototypes) {
  delete prototype["0"];
  delete prototype.extra;
}
for (const value of values) console.log(value["0"], value.extra);

// Fields and literals beside setters, read-only properties and frozen objects.
class Base {
  static seen: string[] = [];
  set x(value: number) {
    Base.seen.push(`set ${value}`);
  }
  constructor(freeze: boolean) {
    Object.defineProperty(this, "fixed", { value: 1, enumerable: false, configurable: true, writable: false });
    if (freeze) Object.freeze(this);
  }
}
class Heir extends Base {
  // @ts-ignore
  x = 5;
  fixed = 2;
}
const heir: any = new Heir(false);
console.log(Object.keys(heir), heir.x, heir.fixed, Base.seen);
heir.fixed = 3;
console.log(heir.fixed);
try {
  new Heir(true);
} catch (error) {
  console.log(String(error));
}
const again: string = "a";
const literal: any = { a: 1, [again]: 2, b: 3, a2: 4, __proto__: { a3: 5 } };
console.log(literal, literal.a3);

// What `new` takes.
function Old(this: any, a: number) {
  this.a = a;
}
Old.prototype.twice = function (this: any) {
  return 2 * this.a;
};
const old: any = new (Old as any)(4);
console.log(old.twice(), old instanceof (Old as any));
(Old as any).prototype = { twice: () => "other" };
console.log(new (Old as any)(4).twice());
(Old as any).prototype = 7;
console.log(Object.getPrototypeOf(new (Old as any)(4)) === Object.prototype);
const bound = (Old as any).bind(null, 8);
console.log(new bound().a);
for (const wrong of [() => 1, { m() {} }.m, 5, undefined, Math.max]) {
  try {
    new (wrong as any)();
  } catch (error) {
    console.log(String(error));
  }
}
class Returns {
  constructor(what: any) {
    return what;
  }
}
console.log(new Returns([1]), new Returns(null), new Returns(5), new Returns(() => 1));
class Names extends Array<number> {
  first = "first";
}
const names: any = new (Names as any)(1, 2);
console.log(names.length, names.first, names instanceof Names, Array.isArray(names));
const holder: any = {};
for (let index = 0; index < 12; index++) holder[`key${index}`] = index;
console.log(Object.keys(holder).length, new Array(3).length, [1, 2, 3][1 << 1], "abc"[5 & 1], [1][0.5]);
