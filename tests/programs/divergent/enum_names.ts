// reference
// A value that no member of an enum has: Node gives undefined as its name.
enum Color { Red, Green }
const colors = [Color.Green, Color.Red | 2];
console.log(Color[colors[0]]);
// output: Green
try {
  console.log(Color[colors[1]]);
} catch (e) {
  if (e instanceof RangeError) console.log(e.message);
}
// output: array index 2 is out of bounds for length 0
