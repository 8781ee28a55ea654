// reference
// limits: max_stack_depth=200
function descend(n: number): number {
  return n === 0 ? 0 : descend(n - 1) + 1;
}
console.log(descend(150));
// output: 150
try {
  console.log(descend(250));
} catch (error) {
  if (error instanceof Error) {
    console.log(error.message);
  }
}
// output: Maximum call stack size exceeded
console.log(descend(151));
// output: 151
console.log(descend(250));
// limit: max_stack_depth
