// reference
// What `join` and the texts of arrays make of elements of every type.
const numbers = [1, 2.5, NaN, -0, 1e21];
console.log(numbers.join(), numbers.join(" - "), `${numbers}`, String(numbers), numbers + "x", numbers.toString());
const ints: int[] = [1, 2, -3];
console.log(ints.join("é"), [0.1, -1.2345678901234567e-308].join("日"));
const booleans = [true, false];
console.log(booleans.join("|"), `${booleans}`);
const texts = ["a", "ü", "日本"];
console.log(texts.join(""), texts.join(", "), texts.join("日"));
const some: (string | undefined | null)[] = ["x", undefined, null, "y"];
console.log(some.join("-"), `${some}`);
const maybe: (number | null)[] = [1, null, 3];
console.log(maybe.join(";"));
const nested = [[1, 2], [3], []];
console.log(nested.join(";"), String(nested), `${[[["a"], ["b"]]]}`);
class Point {
  constructor(public x: number) {}
  toString() { return "P" + this.x; }
}
console.log([new Point(1), new Point(2)].join("+"), `${[new Point(3)]}`);
const mixed: (Point | null)[] = [new Point(4), null];
console.log(mixed.join());
enum Numbered { A, B }
enum Named { A = "q", B = "r" }
console.log([Numbered.A, Numbered.B].join(), [Named.A, Named.B].join());
const empty: string[] = [];
console.log(empty.join("x") === "", [""].join("日").length, ["", ""].join("日"));
const unknowns: unknown[] = [1, "a", null, undefined, new Point(1), true];
console.log(unknowns.join("/"));

// Elements are converted one after the other, and may take others away.
class Taker {
  constructor(private list: Taker[]) {}
  toString(): string {
    this.list.pop();
    return "T";
  }
}
const takers: Taker[] = [];
takers.push(new Taker(takers), new Taker(takers), new Taker(takers));
console.log(takers.join("."));

const values = [1, 2, 3, 4, 5];
console.log(values.splice(1, 2, 9, 8, 7).join(), values.join(), values.splice(-2).join(), values.join());
console.log(values.splice(1, 1).join(), values.join(), values.splice(NaN, -1, 6).join(), values.join());
values.unshift(0, -1);
console.log(values.join(), values.slice(NaN, Infinity).join(), values.slice(-2.5, -0.5).join());
values.fill(7, 1, 3);
console.log(values.join(), values.reverse().join(), values.fill(1, -Infinity, -1).join());
values.length = 2;
console.log(values.join(), [[1], [2, 3]].flat().join());
values.push(...values, ...numbers, 1);
console.log(values.join(), [...texts, "-", ...texts].join(""), String.fromCharCode(...[65, 66, 0x65e5]));
console.log(values.indexOf(1), texts.indexOf("ü"), texts.indexOf("ü", 2), booleans.indexOf(false), ints.indexOf(-3));
console.log(numbers.includes(NaN), numbers.indexOf(NaN), texts.includes("zz"), [1, 2].includes(2, -1), ints.includes(2));
