// reference
// An int that cannot hold its value throws; to Node it is a number like any other.
let max: int = 2147483647;
let min: int = -2147483648;
let zero: int = 0;
let minus: int = -5;
let half = 1.5;
try {
  console.log(max + 1);
} catch (e) {
  if (e instanceof Error) console.log(`${e.name}: ${e.message}`);
}
// output: RangeError: integer overflow: the result does not fit an int
try {
  console.log(min - 1);
} catch (e) {
  if (e instanceof Error) console.log(`${e.name}: ${e.message}`);
}
// output: RangeError: integer overflow: the result does not fit an int
try {
  console.log(max * 2);
} catch (e) {
  if (e instanceof Error) console.log(`${e.name}: ${e.message}`);
}
// output: RangeError: integer overflow: the result does not fit an int
try {
  console.log(max * max);
} catch (e) {
  if (e instanceof Error) console.log(`${e.name}: ${e.message}`);
}
// output: RangeError: integer overflow: the result does not fit an int
try {
  console.log(zero * minus);
} catch (e) {
  if (e instanceof Error) console.log(`${e.name}: ${e.message}`);
}
// output: RangeError: the number is not an int
try {
  console.log(-zero);
} catch (e) {
  if (e instanceof Error) console.log(`${e.name}: ${e.message}`);
}
// output: RangeError: the number is not an int
try {
  console.log(-min);
} catch (e) {
  if (e instanceof Error) console.log(`${e.name}: ${e.message}`);
}
// output: RangeError: the number is not an int
try {
  console.log(max % zero);
} catch (e) {
  if (e instanceof Error) console.log(`${e.name}: ${e.message}`);
}
// output: RangeError: the number is not an int
try {
  console.log((minus - 1) % 2);
} catch (e) {
  if (e instanceof Error) console.log(`${e.name}: ${e.message}`);
}
// output: RangeError: the number is not an int
try {
  console.log(half as int);
} catch (e) {
  if (e instanceof Error) console.log(`${e.name}: ${e.message}`);
}
// output: RangeError: the number is not an int
try {
  console.log(++max);
} catch (e) {
  if (e instanceof Error) console.log(`${e.name}: ${e.message}`);
}
// output: RangeError: integer overflow: the result does not fit an int
console.log(max, minus * zero === 0, (minus - 1) % 2 === 0);
// output: 2147483647 true true
