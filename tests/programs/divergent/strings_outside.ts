// reference
// Outside of a string there is nothing: Node gives undefined.
function attempt(text: string, i: number): void {
  try {
    console.log(text[i]);
  } catch (e) {
    if (e instanceof RangeError) console.log(e.message);
  }
}
attempt("abc", 2);
// output: c
attempt("abc", 3);
// output: string index 3 is out of bounds for length 3
attempt("abc", -1);
// output: string index -1 is out of bounds for length 3
attempt("abc", 0.5);
// output: array index is not an integer from 0 to 2147483647
attempt("abc", NaN);
// output: array index is not an integer from 0 to 2147483647
try {
  console.log("a".localeCompare("é"));
} catch (e) {
  if (e instanceof RangeError) console.log(e.message);
}
// output: localeCompare takes ASCII characters only
