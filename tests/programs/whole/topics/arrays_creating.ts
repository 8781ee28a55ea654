console.log(new Array(3).fill(0), new Array<string>(2).fill("x"), Array(2).fill(null), new Array(1, 2, 3), new Array("3"), Array.of(7), Array.of());
console.log(Array.from({ length: 3 }), Array.from({ length: 3 }, (_, i) => i * i), Array.from("abc"), Array.from([1, 2], (x) => x + 1));
console.log(Array.from(new Map([[1, 2]])), Array.from({ length: 2, 0: "a", 1: "b" }), Array.from(new Set([1, 1])));
console.log([...Array(3).keys()], Array.from(Array(2), () => []));
const grid = Array.from({ length: 2 }, () => new Array<number>(3).fill(0));
grid[0][1] = 5;
console.log(grid);
const shared = new Array(2).fill([] as number[]);
shared[0].push(1);
console.log(shared, shared[0] === shared[1]);
for (const bad of [-1, 1.5, 2 ** 32]) {
  try {
    new Array(bad);
    console.log("made", bad);
  } catch (e: any) {
    console.log(e.name, e.message);
  }
}
const evolving = [];
evolving.push(1);
evolving.push("two");
evolving[2] = true;
console.log(evolving, evolving.length);
const empty: never[] = [];
const typed: number[] = empty;
console.log(typed.length, typed[0]);
let later;
later = [1];
later.push(2);
console.log(later);
later = "text";
console.log(later.length);
const past = [1, 2, 3];
console.log(past[3], past[-1], past[1e9], (past as any)["1"], (past as any)["01"]);
past[past.length] = 4;
console.log(past);
const squares: number[] = [];
for (let i = 0; i < 5; i++) squares[i] = i * i;
console.log(squares, squares.length);
const nested: number[][] = [];
(nested[0] ??= []).push(1);
(nested[0] ??= []).push(2);
console.log(nested);
console.log([1, 2, 3].length, [,].length === 1, [1, 2, ].length);
