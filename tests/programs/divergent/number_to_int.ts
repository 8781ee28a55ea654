// A number that is no int is refused where it is stored.
let x = 1.5;
console.log("before");
// output: before
let i: int = x;
// uncaught: RangeError: the number is not an int
