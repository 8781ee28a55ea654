// Code that has seen one kind of value for long meets another, in the midst of loops and of calls that are in line.

class Point {
  x: any;
  y: any;
  constructor(x: any, y: any) {
    this.x = x;
    this.y = y;
  }
  sum(): any {
    return this.x + this.y;
  }
  shifted(d: any): Point {
    return new Point(this.x + d, this.y + d);
  }
}

class Named extends Point {
  name: string;
  constructor(x: any, y: any, name: string) {
    super(x, y);
    this.name = name;
  }
  sum(): any {
    return this.name + ":" + super.sum();
  }
}

function total(points: any[]): any {
  let all: any = 0;
  for (let i = 0; i < points.length; i++) all = all + points[i].sum();
  return all;
}

const plain: any[] = [];
for (let i = 0; i < 300; i++) plain.push(new Point(i, 1));
console.log(total(plain));

// Another class, a string, undefined, an object with an accessor, a prototype of its own.
const mixed: any[] = plain.slice(0, 150);
mixed.push(new Named(1, 2, "n"));
mixed.push(new Point("a", 1));
mixed.push({ x: 1, y: undefined, sum: Point.prototype.sum });
mixed.push({
  get x() {
    return 7;
  },
  y: 1,
  sum: Point.prototype.sum,
});
mixed.push(Object.create(plain[3]));
console.log(total(mixed));

// What is read changes while the loop goes on.
function readAll(o: any, change: (o: any, i: number) => void): string {
  const seen: any[] = [];
  let sum: any = 0;
  for (let i = 0; i < 40; i++) {
    change(o, i);
    const v = o.v;
    if (typeof v === "number") sum += v;
    if (i % 8 === 7) seen.push(v, sum);
  }
  return seen.map(String).join(" ");
}
const changes: Record<string, (o: any, i: number) => void> = {
  nothing: () => {},
  "to a text": (o, i) => {
    if (i === 20) o.v = "text";
  },
  deleted: (o, i) => {
    if (i === 12) delete o.v;
  },
  "deleted and back": (o, i) => {
    if (i === 12) delete o.v;
    if (i === 20) o.v = 5;
  },
  accessor: (o, i) => {
    if (i === 10) Object.defineProperty(o, "v", { get: () => i + 100, configurable: true });
  },
  "inherited accessor": (o, i) => {
    if (i === 10) {
      delete o.v;
      Object.setPrototypeOf(o, {
        get v() {
          return 3;
        },
      });
    }
  },
  prototype: (o, i) => {
    if (i === 10) delete o.v;
    if (i === 20) Object.setPrototypeOf(o, { v: 9 });
    if (i === 30) Object.getPrototypeOf(o).v = 10;
  },
  frozen: (o, i) => {
    if (i === 10) Object.freeze(o);
    if (i >= 10) {
      try {
        o.v = i;
      } catch (e: any) {
        if (i === 11) console.log(e.message);
      }
    } else o.v = i;
  },
  "not writable": (o, i) => {
    if (i === 10) Object.defineProperty(o, "v", { writable: false });
    try {
      o.v = i;
    } catch (e: any) {
      if (i === 11) console.log(e.message);
    }
  },
  "many more": (o, i) => {
    o["k" + i] = i;
    o.v = i;
  },
};
for (const name of Object.keys(changes)) console.log(name, readAll({ v: 1, w: 2 }, changes[name]));

// Methods are replaced, on the object, on the prototype, and by what is no function.
class Counter {
  n = 0;
  step(): void {
    this.n = this.n + 1;
  }
}
function run(counter: any, change: (i: number) => void): any {
  for (let i = 0; i < 30; i++) {
    change(i);
    counter.step();
  }
  return counter.n;
}
const first: any = new Counter();
console.log(run(first, () => {}));
console.log(
  run(first, (i) => {
    if (i === 10)
      first.step = function () {
        this.n += 100;
      };
    if (i === 20) delete first.step;
  }),
);
const old = Counter.prototype.step;
console.log(
  run(first, (i) => {
    if (i === 10)
      Counter.prototype.step = function () {
        this.n -= 1;
      };
    if (i === 25) Counter.prototype.step = old;
  }),
);
try {
  run(first, (i) => {
    if (i === 3) first.step = 5;
  });
} catch (e: any) {
  console.log(e instanceof TypeError, e.message, first.n);
}

// One function for values of all kinds, and one property for all keys.
function lengthOf(v: any): any {
  return v.length;
}
function at(v: any, k: any): any {
  return v[k];
}
const values: any[] = [[1, 2], "abc", { length: "none" }, function (a: any, b: any) {}, new Uint8Array(5), 7, true, new String("xy"), {}];
let text = "";
for (let round = 0; round < 3; round++) for (const v of values) text += String(lengthOf(v)) + " ";
console.log(text);
text = "";
const record: any = { a: 1, b: "two", "3": 3 };
for (let round = 0; round < 3; round++) {
  for (const k of ["a", "b", 3, "missing", Symbol.iterator, 0]) {
    text += String(at(record, k)) + " " + String(typeof at([4, 5], k)) + " " + String(typeof at("st", k)) + " ";
  }
}
console.log(text);

// Errors in the midst of what is unusual are caught where they should be.
function risky(i: number, o: any): any {
  try {
    return o.p.q + i;
  } catch (e: any) {
    return e instanceof TypeError ? "caught " + i : "other";
  } finally {
    count++;
  }
}
let count = 0;
const results: any[] = [];
for (let i = 0; i < 60; i++) results.push(risky(i, i % 20 === 19 ? { p: null } : i % 30 === 14 ? null : { p: { q: i } }));
console.log(count, results.filter((r) => typeof r === "string").join(","), results[58]);

// Every call on the way down meets something unusual.
function down(n: number, o: any): any {
  const v = o.v;
  if (n === 0) return v;
  return down(n - 1, n % 2 === 0 ? { v: v + 1 } : { w: 0, v: v + "x" }) + 1;
}
console.log(String(down(40, { v: 0 })).length, down(3, { v: 1n === 1n ? 2 : 3 }));

// Numbers that become bigints, texts, booleans, dates.
function combine(a: any, b: any): any {
  return a + b;
}
function less(a: any, b: any): boolean {
  return a < b;
}
const operands: any[] = [1, 2.5, "3", true, null, undefined, [4], { valueOf: () => 5 }, NaN, -0];
text = "";
for (const a of operands) for (const b of operands) text += String(combine(a, b)) + (less(a, b) ? "<" : " ");
console.log(text);
console.log(combine(10n ** 20n, 1n), less(1n, 2), combine("", Symbol.iterator.description));

// Equality of texts that are the same and not the same object.
function kindOf(node: any): number {
  if (node.kind === "Identifier") return 1;
  if (node.kind === "Expression") return 2;
  if (node.kind === "a text that is longer than those of which the comparison is free") return 3;
  return 0;
}
let kinds = 0;
const parts = ["Ident", "ifier", "Express", "ion", "a text that is longer than those ", "of which the comparison is free"];
for (let i = 0; i < 200; i++) {
  const j = i % 4;
  kinds = kinds * 3 + kindOf({ kind: j === 3 ? i : parts[2 * j] + parts[2 * j + 1] });
  kinds %= 1000003;
}
console.log(kinds);

// Elements: holes, texts, typed arrays, the end, behind it.
function sumOf(list: any, n: number): any {
  let s: any = 0;
  for (let i = 0; i < n; i++) {
    const v = list[i];
    s = v === undefined ? s : s + v;
    list[i] = v === undefined ? i : v;
  }
  return s;
}
const holes: any[] = [1, 2, , 4];
console.log(sumOf(holes, 8), holes, sumOf(new Float64Array([1.5, 2.5]), 4), sumOf([..."abc"], 3));

// Objects that are made in a loop whose class changes on the way.
let Made: any = class A {
  v = 1;
};
let made = 0;
for (let i = 0; i < 50; i++) {
  if (i === 25)
    Made = class B {
      u = 0;
      v = 10;
    };
  if (i === 40)
    Made = function (this: any) {
      this.v = 100;
    };
  const o = new Made();
  made += o.v;
  o.extra = i;
  made += o.extra;
}
console.log(made);
