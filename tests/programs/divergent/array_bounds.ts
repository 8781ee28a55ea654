// reference
// Outside of an array there is nothing: Node gives undefined, or lets the array grow.
function attempt(a: number[], i: number): void {
  try {
    console.log(a[i]);
  } catch (e) {
    if (e instanceof RangeError) console.log(e.message);
  }
}
const a = [1, 2, 3];
attempt(a, 2);
// output: 3
attempt(a, 3);
// output: array index 3 is out of bounds for length 3
attempt(a, -1);
// output: array index -1 is out of bounds for length 3
attempt(a, 0.5);
// output: array index is not an integer from 0 to 2147483647
attempt(a, NaN);
// output: array index is not an integer from 0 to 2147483647
let seen = "";
function value(): number {
  seen += "value";
  return 9;
}
try {
  a[3] = value();
} catch (e) {
  if (e instanceof Error) console.log(`${seen}: ${e.message}`);
}
// output: value: array index 3 is out of bounds for length 3
try {
  a[5]++;
} catch (e) {
  if (e instanceof Error) console.log(e.message);
}
// output: array index 5 is out of bounds for length 3
console.log(a.length, a[0]);
// output: 3 1
