// reference
let a = 2;
let b = 3;
let c = 5;
console.log(a + b * c, (a + b) * c, a * b + c, a - b - c, a - (b - c), a / b / c, a % b * c);
console.log(a + b < c, a < b === true, a < b === b < c, !(a < b) === false, (-a) ** -1 === 1 ? 1 : 0);
console.log(a | b & c, (a | b) & c, a ^ b | c, a << b + c, (a << b) + c, (a & b) === 2 ? 1 : 7);
console.log(a > 1 || b > 100 && c > 100, (a > 1 || b > 100) && c > 100, !(a > 1) || b > 1);
console.log(a < b ? b < c ? 1 : 2 : 3, a > b ? 1 : b > c ? 2 : 3);
console.log(-a + b, - -a, +a - -b, ~a + 1, ~-a, -~a, !!a, typeofless(a));
function typeofless(x: number): number {
  return (-x) ** 2;
}
let x = (a = 1, b = 2, a + b);
console.log(x, a, b);
x = a > 0 ? b : c, x++;
console.log(x, 2 ** 3 ** 0, 2 * 3 ** 2, (2 * 3) ** 2, 7 - 2 ** 2);
console.log(1 + 2 + "3" + 4 + 5, 1 + (2 + "3") + 4, "a" + 1 * 2, `${1 + 1}` + 1);
console.log(a < b && b < c, a === 1 && b !== 1, 5 & 6 | 1 ^ 3, 1 << 2 >> 1 >>> 0);
