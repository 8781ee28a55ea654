// reference
const a = [3, 1, 2];
console.log(a.reduceRight((x, y) => x - y), a.reduceRight((x, y) => x + y, 10), ["a", "b"].reduceRight((x, y, i) => x + y + i, "!"));
try {
  const none: number[] = [];
  none.reduceRight((x, y) => x + y);
} catch (e) {
  if (e instanceof TypeError) console.log(e.message);
}
console.log(a.lastIndexOf(2), a.lastIndexOf(2, -1), a.lastIndexOf(3, -2), a.lastIndexOf(1, 0), a.lastIndexOf(2, 99), a.lastIndexOf(3, -9), [1, 1].lastIndexOf(1));
console.log(a.concat([7], [8, 9], 10).join(), a.concat().join(), a.length, a.concat([], 5).join());
console.log(a.unshift(8, 9), a.join(), a.unshift(), a.unshift(0));
a.length = 3;
console.log(a.join(), a.length, (a.length = 2), a.join());
a.length--;
a.length -= 1;
console.log(a.length);
try {
  a.length = -1;
} catch (e) {
  if (e instanceof RangeError) console.log(e.message);
}
console.log([1, 2, 3].toString(), `${[1, 2]}`, String([["x", "y"], ["z"]]), [[1], [2, 3]].join(";"), "" + [true]);
const holes: (string | null)[] = [null, "a", null];
const maybe: (number | undefined)[] = [1, undefined, 3];
console.log(holes.join(), maybe.join("-"), holes.toString());

// Views.
for (const i of ["x", "y"].keys()) console.log(i);
for (const [i, x] of ["x", "y"].entries()) console.log(i, x);
for (const x of [5, 6].values()) console.log(x);
const growing = [1];
for (const [i, x] of growing.entries()) {
  if (i < 3) growing.push(x * 2);
  console.log(i, x, growing.length);
}
const shrinking = [1, 2, 3, 4];
for (const i of shrinking.keys()) {
  shrinking.pop();
  if (i === 0) continue;
  console.log(i);
}
const later: (() => string)[] = [];
for (const [i, x] of ["p", "q"].entries()) later.push(() => `${i}${x}`);
console.log(later.map((f) => f()).join());
console.log([...["x", "y"].keys()].join(), [...["x", "y"].entries()].map(([i, x]) => `${i}=${x}`).join(), [...[1, 2].values(), 3].join());
console.log([...Array(4).keys()].join(), [...new Array(3).keys()].map((i) => i * i).join());
class Registry {
  private names: string[] = ["one", "two"];
  keys(): string[] {
    return this.names;
  }
  static values(): number[] {
    return [1, 2];
  }
}
let made = 0;
function registry(): Registry {
  made++;
  return new Registry();
}
for (const name of registry().keys()) console.log(name, made);
for (const value of Registry.values()) console.log(value);

// Arrays made of something.
console.log(Array.from({ length: 3 }, (_, i) => i * 2).join(), Array.from({ length: 2.7 }, () => "x").join(), Array.from({ length: -1 }, () => 1).length);
console.log(Array.from("ab😀").length, Array.from([1, 2]).join(), Array.from([1, 2], (x, i) => x * 10 + i).join(), Array.from("abc", (c) => c + c).join());
console.log(Array.from(a.keys()).length, Array.from(["x", "y"].entries(), ([i, c]) => c + i).join(), Array.from([7, 8].keys(), String).join("+"));
const grid = Array.from({ length: 2 }, () => new Array<number>(3).fill(0));
grid[0][1] = 5;
console.log(grid.map((row) => row.join("")).join("/"));
const length = 3;
const squares: number[] = Array.from({ length }, (_, i) => i ** 2);
console.log(squares.join(), Array.of(1, 2).join(), Array.isArray(squares), Array.isArray("x"), Array.isArray(3));
console.log([[1], [2, 3], []].flat().join(), [[[1]], [[2, 3], [4]]].flat(2).join(), [[[1]], [[2]]].flat().length, [1, 2].flat().join(), [[["z"]]].flat(Infinity).join(), [[1]].flat(0).length);
console.log([1, 2].flatMap((x) => [x, x * 10]).join(), ["a b", "c"].flatMap((s) => s.split(" ")).join(), [1, 2].flatMap((x) => x + 1).join(), [1, 2].flatMap((x, i) => (i === 0 ? [] : [x])).join());
const zeros: number[] = new Array(3).fill(0);
const text = new Array(2).fill("x");
const rows = Array(2).fill(null).map(() => Array(2).fill(1));
rows[0][0] = 7;
console.log(zeros.join(), text.join(), rows.join("|"), new Array(2).fill(true).join());
const ints: int[] = new Array(2).fill(3);
console.log(ints[0] + ints[1]);
const collected: string[] = new Array();
collected.push("c");
console.log(collected.join());
const few = collected.length > 5 ? ["x"] : [];
const more = collected.length > 5 ? [] : few.concat("y");
console.log(few.length, more.join());
