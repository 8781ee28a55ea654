// reference
function roman(n: number): string {
  const values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
  const signs = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"];
  let result = "";
  for (let i = 0; i < values.length; i++) {
    while (n >= values[i]) {
      result += signs[i];
      n -= values[i];
    }
  }
  return result;
}
console.log(0, roman(1994), roman(2024), roman(4));
function fizz(n: number): string {
  let out = "";
  for (let i = 1; i <= n; i++) {
    let word = "";
    if (i % 3 === 0) word += "Fizz";
    if (i % 5 === 0) word += "Buzz";
    out += (word || i.toString()) + (i < n ? " " : "");
  }
  return out;
}
console.log(fizz(15));
function binary(n: int): string {
  return n < 2 ? `${n}` : binary(n >> 1) + (n & 1);
}
console.log(0, binary(0), binary(10), binary(255));
