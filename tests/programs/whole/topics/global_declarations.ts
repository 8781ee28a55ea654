// Declarations that add to those of the library, and names that are properties of the global object.
declare global {
  interface Array<T> {
    last(): T | undefined;
    groupBy<K>(key: (item: T) => K): Map<K, T[]>;
  }
  interface String {
    shout(): string;
  }
  interface Number {
    readonly double: number;
  }
  interface Map<K, V> {
    getOr(key: K, other: V): V;
  }
  interface ArrayConstructor {
    range(end: number): number[];
  }
  interface Math {
    clamp(value: number, low: number, high: number): number;
  }
  interface Error {
    code?: string;
  }
  namespace Settings {
    interface Options {
      depth: number;
    }
  }
  var settings: Settings.Options;
  function describe(value: unknown): string;
}

Array.prototype.last = function () {
  return this[this.length - 1];
};
Array.prototype.groupBy = function (key) {
  const found = new Map();
  for (const item of this) {
    const group = found.get(key(item));
    if (group) group.push(item);
    else found.set(key(item), [item]);
  }
  return found;
};
String.prototype.shout = function () {
  return this.toUpperCase() + "!";
};
Object.defineProperty(Number.prototype, "double", {
  get(this: number) {
    return this * 2;
  },
});
Map.prototype.getOr = function (key, other) {
  return this.has(key) ? this.get(key) : other;
};
Array.range = (end) => Array.from({ length: end }, (_, index) => index);
Math.clamp = (value, low, high) => Math.min(high, Math.max(low, value));
globalThis.settings = { depth: 3 };
globalThis.describe = (value) => `<${String(value)}>`;

console.log([1, 2, 3].last(), ([] as string[]).last(), "hey".shout(), (21).double);
console.log(new Map([["a", 1]]).getOr("b", 7), Array.range(4), Math.clamp(12, 0, 10));
console.log(["one", "two", "three"].groupBy((text) => text.length));
settings.depth++;
console.log(settings, typeof settings, describe(settings.depth), globalThis.settings.depth);
const error = new Error("with code");
error.code = "E1";
console.log(error.code, error.message);
for (const key in [7]) console.log(key);
export {};
