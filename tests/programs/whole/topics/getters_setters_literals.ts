const person = {
  first: "Ada",
  last: "Lovelace",
  get full() {
    return `${this.first} ${this.last}`;
  },
  set full(value: string) {
    [this.first, this.last] = value.split(" ");
  },
  get ["comp" + "uted"]() {
    return 1;
  },
  get 5() {
    return "five";
  },
  get "quoted name"() {
    return "q";
  },
};
console.log(person.full, person[5], person["quoted name"], (person as any).computed);
person.full = "Grace Hopper";
console.log(person.first, person.last, person.full);
person.full += " Extra";
console.log(person.full);
console.log(person);
let n = 0;
const counter = { get next() { return n++; }, set reset(v: number) { n = v; } };
console.log(counter.next, counter.next, counter.next);
counter.reset = 10;
console.log(counter.next, counter.reset);
const child = Object.create(person) as typeof person;
child.first = "Child";
console.log(child.full, Object.keys(child));
child.full = "New Name";
console.log(person.first, child.first);
interface Sized {
  readonly size: number;
  get doubled(): number;
  set doubled(v: number);
}
const sized: Sized = {
  size: 3,
  get doubled() { return this.size * 2; },
  set doubled(v) { (this as any).size = v / 2; },
};
sized.doubled = 20;
console.log(sized.size, sized.doubled);
const throwing = { get bad(): number { throw new Error("getter"); } };
try {
  console.log(throwing.bad);
} catch (e) {
  console.log((e as Error).message);
}
console.log(throwing, { set only(v: number) {} }, { get a() { return 1; }, set a(v) {} });
const mixed = { get x() { return 1; }, x2: 2, get y() { return this.x + this.x2; } };
console.log({ ...mixed }, JSON.stringify(mixed), Object.entries(mixed));
