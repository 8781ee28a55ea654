// Private members belong to objects of the class that declares them: a class above another does not lend its own static ones.
const tried = (f: () => any): any => {
  try {
    return f();
  } catch (e: any) {
    return `${e.name}: ${e.message}`;
  }
};

class A {
  static #count = 0;
  static #secret() {
    return "secret";
  }
  #kept = 1;
  #hidden() {
    return ["hidden", this.#kept];
  }
  get #seen() {
    return this.#kept;
  }
  static next(): any {
    return ++this.#count;
  }
  static told(): any {
    return this.#secret();
  }
  static has(o: any): any {
    return [#count in o, #kept in o, #hidden in o, #seen in o];
  }
  static of(o: any): any {
    return [tried(() => o.#kept), tried(() => o.#hidden()), tried(() => o.#seen), tried(() => (o.#kept = 5))];
  }
}
class B extends A {}

console.log(A.next(), A.next(), A.told());
console.log(tried(() => B.next()), tried(() => B.told()));
console.log(A.has(A), A.has(B), A.has(new A()), A.has(new B()));
console.log(A.of(new A()), A.of(new B()));
console.log(A.of({}), A.of(Object.create(new A()))[0]);

// Functions and classes take the name of their variable, whatever is said of their type.
const f: any = (() => 1) as any;
const C: any = class {} as any;
const D = class {} satisfies any;
const o: any = { g: (() => 2) as any, h: class {} as any, ["i" + 1]: function () {} as any };
console.log(f, C, D, o);

// A comparator that contradicts itself is called for the same pairs.
const typed: any = new Float64Array([18, 3, 0, 9, 16, 18, 10, 9, 5, 11, 5, 4, 3, 12, 11, 5, 13, 19, 12, 14, 15, 7]);
console.log(typed.toSorted((a: any, b: any) => ((a * 7) % 5) - ((b * 3) % 5)).join());
console.log(new Int8Array([3, 1, 2]).sort((a, b) => { console.log(a, b); return a - b; }), new Uint8Array([5, 3, 4]).sort(() => NaN));

const map = new Map([[1, 2]]);
const entries = map.entries();
console.log(entries, [...entries], entries, map.keys(), new Set([1]).entries());
