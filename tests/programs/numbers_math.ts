// reference
let xs = [0, 0.5, -0.5, 1.5, -1.5, 2.9999, -2.9999, 1e20, NaN, Infinity, -Infinity];
for (const x of xs) console.log(Math.floor(x), Math.ceil(x), Math.trunc(x), Math.abs(x), Math.sqrt(x));
console.log(Math.sqrt(2), Math.sqrt(144), Math.PI, Math.E, Math.SQRT2, Math.LN2, Math.LN10, Math.LOG2E, Math.LOG10E, Math.SQRT1_2);
console.log(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, Number.EPSILON, Number.MAX_VALUE, Number.MIN_VALUE);
let n = [1, 2, 3].length;
console.log(Math.floor(n), Math.abs(n - 5), Math.abs(-n | 0), Math.sqrt(n), Math.trunc(n / 2), Math.floor(-n / 2));
let i: int = -9;
console.log(Math.abs(i), Math.floor(i / 2), Math.floor(i));
