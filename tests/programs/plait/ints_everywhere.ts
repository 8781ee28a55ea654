// int, in programs that use all of TypeScript: checked wherever it is stored.
function show(f: () => unknown): void {
  try {
    console.log(f());
  } catch (error) {
    console.log(String(error));
  }
}
function total(n: int): int {
  let sum: int = 0;
  for (let i: int = 0; i < n; i++) sum += i;
  return sum;
}
console.log(total(1000));
show(() => total(100000));
show(() => total(2.5 as number));
const any: any = JSON.parse('{ "whole": 3, "half": 1.5, "text": "x", "great": 3000000000 }');
for (const key of ["whole", "half", "text", "great"]) {
  show(() => {
    const n: int = any[key];
    return n;
  });
}
// Properties, elements, literals, defaults, parameter properties, accessors.
class Point {
  #y: int = 0;
  x: int = 1;
  constructor(public readonly z: int = 5) {}
  get y(): int {
    return this.#y;
  }
  set y(value: int) {
    this.#y = value;
  }
  move(by: number): void {
    this.x += by;
  }
}
const point = new Point(3);
show(() => new Point(2.5));
show(() => point.move(0.5));
show(() => (point.y = any.half));
point.move(4);
point.y = 7;
point.x++;
console.log(point.x, point.y, point.z, new Point().z, point.x-- + --point.x, point);
const nested: { a: int; b: { c: int[] }; d?: int } = { a: 1, b: { c: [1, 2] } };
show(() => {
  nested.b = { c: [1, any.half as number] };
});
show(() => {
  nested.d = any.half;
});
show(() => nested.b.c.push(any.half));
nested.d = 4;
console.log(JSON.stringify(nested), nested.b.c.map((x) => x * 3));
let maybe: int | string | null = null;
show(() => {
  maybe = any.half as number;
});
maybe = any.whole as number;
console.log(maybe);
// Generic functions, spreads, closures, callbacks, generators, async functions.
const twice = <T>(x: T, f: (x: T) => T): T => f(f(x));
const start: int = 7;
console.log(twice(start, (x) => x * x), Math.max(...nested.b.c), [...nested.b.c, start].reduce((a, b) => a + b));
show(() => twice(70000 as int, (x) => x * x));
function counter(): () => int {
  let n: int = 2147483645;
  return () => ++n;
}
const next = counter();
for (let i = 0; i < 3; i++) show(next);
function* halves(n: int): Generator<int> {
  for (let i: int = n; i > 0; i = (i / 2) | 0) yield i;
}
console.log([...halves(20)]);
async function later(x: any): Promise<int> {
  await null;
  return x;
}
console.log(await later(4));
try {
  await later(0.25);
} catch (error) {
  console.log(String(error));
}
// Bits wrap; what is computed for them alone is not checked.
const big: int = 2000000000;
show(() => big + big);
console.log((big + big) | 0, (big * big) >>> 0, Math.imul(big * 3, 5), ~(big + big), (big - -big) & 0xffff, -big >> 3);
let bits: int = 1;
bits <<= 31;
bits |= 5;
bits ^= bits >>> 3;
console.log(bits);
// -0 is no int, unless it only takes part in a comparison.
const zero: int = 0;
const minus: int = -3;
show(() => zero * minus);
show(() => -zero);
show(() => (minus - 3) % 2);
console.log(zero * minus === 0, (minus - 3) % 2 === 0, -zero < 1, zero * 5, minus * minus, minus % 2);
// Comparing, switching, texts, keys, division, powers.
switch (point.z) {
  case 3:
    console.log("three");
    break;
  default:
    console.log("other");
}
const limit: int = 10;
console.log(start < limit, start === 7, start == limit, limit / 4, limit ** 2, `${limit}${start}`, [5, 6, 7, 8][limit % 4]);
console.log(limit ? "yes" : "no", typeof limit, limit.toString(2), limit.toFixed(1), new Map([[limit, "ten"]]).get(10));
let copy = start;
copy += 1;
show(() => (copy += any.half));
console.log(copy, [1, 2, 3].indexOf(copy - 6), "abc"[copy - 7], "abc".charCodeAt(copy - 8));
const { a, b: { c: [first] } } = nested;
console.log(a + first, (a as number) + 0.5);
label: for (const x of nested.b.c) {
  for (let y: int = x; ; y += x) {
    if (y > 5) continue label;
    if (y === 4) break label;
  }
}
// output: 499500
// output: RangeError: integer overflow: the result does not fit an int
// output: RangeError: the number is not an int
// output: 3
// output: RangeError: the number is not an int
// output: TypeError: the value is not of the type that is asked for
// output: RangeError: the number is not an int
// output: RangeError: the number is not an int
// output: RangeError: the number is not an int
// output: RangeError: the number is not an int
// output: 6 7 3 5 10 Point { z: 3, x: 4 }
// output: RangeError: the number is not an int
// output: RangeError: the number is not an int
// output: RangeError: the number is not an int
// output: {"a":1,"b":{"c":[1,2]},"d":4} [ 3, 6 ]
// output: RangeError: the number is not an int
// output: 3
// output: 2401 2 10
// output: RangeError: integer overflow: the result does not fit an int
// output: 2147483646
// output: 2147483647
// output: RangeError: integer overflow: the result does not fit an int
// output: [ 20, 10, 5, 2, 1 ]
// output: 4
// output: RangeError: the number is not an int
// output: RangeError: integer overflow: the result does not fit an int
// output: -294967296 2643460096 -64771072 294967295 10240 -250000000
// output: -1879048187
// output: RangeError: the number is not an int
// output: RangeError: the number is not an int
// output: RangeError: the number is not an int
// output: true true true 0 9 -1
// output: three
// output: true true false 2.5 100 107 7
// output: yes number 1010 10.0 ten
// output: RangeError: the number is not an int
// output: 8 1 b 97
// output: 2 1.5
