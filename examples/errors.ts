// Errors are caught where they are expected; one that nobody catches ends the program with exit code 1.

function average(numbers: number[]): number {
  if (numbers.length === 0) {
    throw new Error("there is no average of nothing");
  }
  let sum = 0;
  for (let index = 0; index < numbers.length; index++) {
    sum += numbers[index];
  }
  return sum / numbers.length;
}

console.log(average([1, 2, 3, 4]));

try {
  console.log(average([]));
} catch (error) {
  if (error instanceof Error) {
    console.log(`caught: ${error.message}`);
  }
}
