// reference
async function give(n: number): Promise<unknown> { return n; }
class A { x = 1; }
class B extends A { y = 2; }
const a: A = new B(), b: A = new B();
console.log(a === b as B);
const three = await give(3) as number;
console.log(three);
const eight: int = 2 ** 3 as int;
console.log(eight);
function maybe(n: number): number | null { return n > 3 ? n : null; }
const other: unknown = 5;
console.log(maybe(1) ?? other as number);
const two: unknown = 2;
console.log(4 + (two as number));
const yes: unknown = true;
console.log(1 === 1 && yes as boolean);
const text: unknown = "b";
console.log("a" + (text as string));
console.log(three !== 3 || yes as boolean);
console.log(3 | 4 as int);
async function four(): Promise<number> { return 4; }
console.log(1 + await four() as int as number);
console.log(2 * (await give(7) as number));
