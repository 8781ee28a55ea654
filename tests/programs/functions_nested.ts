// reference
function outer(n: number): number { function inner(k: number): number { return k <= 0 ? n : inner(k - 1) + 1; } return inner(n) + helper(); function helper(): number { return n * 100; } }
console.log(outer(3), outer(4));
function isEven(n: number): boolean { return n === 0 ? true : isOdd(n - 1); } function isOdd(n: number): boolean { return n === 0 ? false : isEven(n - 1); } console.log(isEven(10), isOdd(7), isEven(7));
