class Animal {
  static count = 0;
  #secret = 5;
  constructor(public name: string, protected age: number = 3) { Animal.count++; }
  speak(): string { return `${this.name} makes a sound ${this.#secret}`; }
  get years(): number { return this.age; }
  set years(v: number) { this.age = v; }
}
class Dog extends Animal {
  tricks: string[] = [];
  speak(): string { return super.speak() + ", woof"; }
  add(t: string): this { this.tricks.push(t); return this; }
}
interface Named { name: string }
function show(n: Named): void { console.log(n.name); }
const d = new Dog("Rex");
console.log(d.speak(), Animal.count);
d.years = 7; console.log(d.years);
show(d); show({ name: "literal" });
const a: Animal | null = d;
if (a instanceof Dog) console.log(a.tricks.length);
try { throw new RangeError("bad"); } catch (e) { if (e instanceof RangeError) console.log(e.name, e.message); }
const add = (x: number) => (y: number) => x + y;
console.log(add(2)(3));
