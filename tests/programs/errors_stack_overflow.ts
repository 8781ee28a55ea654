// reference
// limits: max_stack_depth=500
function forever(n: number): number {
  return forever(n + 1) + 1;
}
try {
  console.log(forever(0));
} catch (e) {
  if (e instanceof RangeError) console.log(e.message);
}
console.log("still here");
