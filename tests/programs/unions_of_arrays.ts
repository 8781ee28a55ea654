// An array of ints where one of numbers may stand as well: it stays what it is.
function pick(first: boolean, numbers: number[][], ints: int[]): void {
  console.log(first ? numbers[0] : ints);
  console.log(numbers.find((x: number[]): boolean => x.length > 2) ?? (numbers.length > 1 ? numbers[1] : ints));
}
pick(true, [[0.5], [1, 2, 3]], [4]);
pick(false, [[0.5]], [4, 5]);
