// An index that is no integer throws before the right side is computed.
const a = [1];
function value(): number {
  console.log("computed");
  return 1;
}
a[0.5] = value();
// uncaught: RangeError: array index is not an integer from 0 to 2147483647
