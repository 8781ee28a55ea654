class A { x = 1; }
class B { x = 2; y = "b"; }
class Empty {}
class Derived extends A { z = 3; }
interface HasX { x: number }
const a = new A(), b = new B(), e = new Empty(), d = new Derived();
const asA: A = d, asEmpty: HasX = b, some: A | null = d.z > 2 ? d : null, none: B | undefined = d.z > 5 ? b : undefined;
console.log(a === b, e === a, a !== b, asA === d, d === asA, asEmpty === b, b === asEmpty, asEmpty === a, a === asEmpty);
console.log(some === d, some === b, none === b, none !== e, some === asEmpty, [asA, a].includes(d), [asA, a].indexOf(a));
const f = (n: number): number => n, g = (n: number, m?: number): number => n + (m ?? 0);
const numbers = [1], same = numbers;
console.log(f === g, numbers === same, numbers === [1].concat([]), (f as (n: number) => number) === f);
switch (asA) { case a: console.log("a"); break; case d: console.log("d"); break; }
