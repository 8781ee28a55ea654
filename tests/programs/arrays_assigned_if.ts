// reference
// `??=`, `||=` and `&&=` with elements of arrays: array and index are computed once.
let calls = 0;
const memo: (number | undefined)[] = [undefined, undefined, undefined, 7];
function at(i: number): number {
  calls++;
  return i;
}
function table(): (number | undefined)[] {
  calls += 100;
  return memo;
}
console.log((table()[at(1)] ??= 5), (memo[1] ??= 6), memo[3] ??= at(100), calls);
const words = ["", "a", ""];
words[0] ||= "empty";
words[1] ||= "other";
words[1] &&= words[1] + "b";
words[2] &&= "never";
console.log(words.join("|"), (words[2] ||= "end") + "!");
const flags = [true, false];
flags[0] &&= false;
flags[1] ||= true;
console.log(flags[0], flags[1]);
const numbers = [0, 1, 2];
for (let i = 0; i < numbers.length; i++) numbers[i] ||= 10;
for (let i: int = 0; i < 3; i++) numbers[i] &&= numbers[i] * 2;
console.log(numbers.join());
class Cell { constructor(public value: number) {} }
const cells: (Cell | null)[] = [null, new Cell(1)];
cells[0] ??= new Cell(9);
(cells[1] ??= new Cell(8)).value += 1;
console.log(cells[0]?.value, cells[1]?.value);
const rows: (number[] | null)[] = [null, null];
(rows[at(1)] ??= []).push(4);
(rows[1] ??= []).push(5);
console.log(rows[0] === null, rows[1]?.join());
function fib(n: number): number {
  return n < 2 ? n : (known[n] ??= fib(n - 1) + fib(n - 2));
}
const known = new Array<number | undefined>(50).fill(undefined);
console.log(fib(49));
