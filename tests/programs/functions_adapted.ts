// Functions stand for others that take more, take less of it, or whose result is dropped.
class Animal {
  constructor(readonly name = "animal", readonly age = 1) {}
}
class Dog extends Animal {
  bark(): string {
    return this.name + "!";
  }
}
const younger = (a: Animal, b: Animal): number => a.age - b.age;
console.log([new Dog("rex", 5), new Dog("ace", 2)].sort(younger).map((d) => d.bark()).join());

function on(handler: (n: number, text?: string) => void): void {
  handler(1);
  handler(2, "two");
}
let seen = "";
const nothing = (): void => {
  seen += "-";
};
const number = (n: number): number => {
  seen += n;
  return n * 2;
};
const wide = (n: number | string, t: string | number | undefined): boolean => {
  seen += `${n}/${t}`;
  return true;
};
function optional(n?: number, ...rest: never[]): string {
  return "o" + n + rest.length;
}
on(nothing);
on(number);
on(wide);
on((n) => optional(n));
console.log(seen);

type Listener = (event: Dog, count: number) => void;
class Emitter {
  private listeners: Listener[] = [];
  onError: ((message: string, code: number) => boolean | string) | null = null;
  constructor(private readonly onEmpty: (() => void) | undefined = undefined) {}
  on(listener: Listener): this {
    this.listeners.push(listener);
    return this;
  }
  emit(event: Dog): number {
    if (this.listeners.length === 0) this.onEmpty?.();
    this.listeners.forEach((l, i) => l(event, i));
    return this.listeners.length;
  }
}
const log: string[] = [];
function named(a: Animal): number {
  return log.push("named " + a.name);
}
const unnamed = (): string => {
  log.push("unnamed");
  return "ignored";
};
const emitter = new Emitter(unnamed);
emitter.emit(new Dog("d"));
emitter.on(named).on(unnamed).on((d) => log.push(d.bark()));
const failed = (message: string | number): string => "failed: " + message;
emitter.onError = failed;
console.log(emitter.emit(new Dog("e")), log.join("; "), emitter.onError("x", 1));

// Functions that take and give functions.
function twice(make: (f: (d: Dog) => number) => (d: Dog) => number): number {
  const use = make((d) => d.age);
  return use(new Dog("f", 7)) + use(new Dog("g", 9));
}
const plain = (f: (d: Dog) => number): ((a: Animal) => number) => {
  const first = f(new Dog("h", 100));
  return (a) => a.age + first;
};
console.log(twice(plain));

// Results: int for number, a class for its base, a value for one that may be missing; the state is kept.
function count(next: () => number | undefined): string {
  return [next(), next(), next()].join();
}
let n = 0;
const tick = (): int => ++n as int;
console.log(count(tick), n);
const table: { name: string; run: (a: number, b: number) => number | string }[] = [
  { name: "neg", run: (a) => -a },
  { name: "num", run: number },
  { name: "str", run: failed },
];
console.log(table.map((t) => `${t.name}=${t.run(3, 4)}`).join());
async function later(f: (x: number) => void): Promise<void> {
  f(3);
}
await later(nothing);
await later(number as (x: number) => void);
console.log(seen);
const chosen: (x: number, y: number) => void = seen.length > 3 ? nothing : number;
chosen(1, 2);
try {
  const thrower = (): never => {
    throw new RangeError("from inside");
  };
  on(thrower);
} catch (e) {
  console.log((e as Error).message);
}
console.log(seen.length);

// As one of two values, where the type is wanted.
const whole = (x: int | number): int => (x | 0) as int;
const zero = (): number => 0;
function choose(f: ((x: number) => int) | null, first: boolean): (x: number) => number {
  if (first) return f ?? zero;
  return f || whole;
}
function both(f: ((x: number) => int) | undefined): ((x: number) => number) | undefined {
  const or: (x: number) => number = f ?? whole;
  const and: (x: number) => number = (f && zero) ?? whole;
  return or(2.5) + and(3.5) > 4 ? or : undefined;
}
console.log(choose(whole, true)(4.5), choose(null, true)(4.5), choose(null, false)(5.5), choose(whole, false)(6.5));
console.log(both(whole)?.(7.5), both(undefined)?.(8.5));
