// reference
// An array grows by push only: Node makes holes.
const a = [1, 2, 3];
try {
  a.length = 5;
} catch (e) {
  if (e instanceof RangeError) console.log(e.message);
}
// output: an array of length 3 grows by push only
a.length = 3;
console.log(a.length);
// output: 3
