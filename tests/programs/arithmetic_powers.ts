// reference
function power(a: number, b: number): void {
  console.log(`${a} ** ${b} = ${a ** b}`);
}
power(2, 10);
power(2, 0.5);
power(10, -3);
power(10, 21);
power(0, 0);
power(0, -1);
power(-0, -1);
power(-0, -2);
power(-2, 3);
power(-2, 0.5);
power(1, Infinity);
power(1, NaN);
power(NaN, 0);
power(Infinity, -1);
power(-Infinity, 3);
power(1.1, 10);
power(0.99, 365);
let x = 3;
x **= 2;
x **= 0.5;
console.log(x);
