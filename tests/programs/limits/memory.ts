// limits: max_memory=200000
function fill(count: number): number {
  const numbers: number[] = [];
  for (let i = 0; i < count; i++) {
    numbers.push(i);
  }
  return numbers.length;
}
for (let i = 0; i < 50; i++) {
  fill(1000);
}
console.log(fill(1000));
// output: 1000
try {
  console.log(fill(1000000));
} catch (error) {
  if (error instanceof Error) {
    console.log(error.message);
  }
}
// output: out of memory
console.log(fill(2000));
// output: 2000
fill(1000000);
// limit: max_memory
