// reference
let a = 7;
let b = 2;
console.log(a + b, a - b, a * b, a / b, a % b, a ** b);
console.log(-a, +a, - -a, -(-b));
console.log(0.1 + 0.2, 1e21 + 1, 1 / 3, 5e-324, 1.7976931348623157e308 * 10);
console.log(1 / 0, -1 / 0, 0 / 0);
console.log(2 + 3 * 4 - 6 / 2, (2 + 3) * 4, 10 - 3 - 2, 100 / 10 / 5, 7 % 4 % 2);
console.log(2 ** 3 ** 2, (2 ** 3) ** 2, (-2) ** 2, 2 ** -1, (-8) ** (1 / 3));
let x = 9007199254740991;
console.log(x, x + 1, x + 2, -x - 2);
console.log(0.1 * 3, 0.7 + 0.1, 4.35 * 100, 1.005 * 1000);
