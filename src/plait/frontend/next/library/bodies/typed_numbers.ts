// What `int` and `long` ask of values that may be something else as well.

// A value that is no number is left as it is; a number has to be an int.
function intWithin(x): any {
  return typeof x === "number" ? $$F64_TO_I32(x) : x;
}

// The same of a word that is no long.
function longWithin(x): any {
  return typeof x === "bigint" ? notLong(x) : x;
}

// Throws about a word that is no long.
function notLong(x): any {
  if (typeof x === "bigint") throw new RangeError("the bigint is not a long");
  throw new TypeError("the value is not a long");
}
