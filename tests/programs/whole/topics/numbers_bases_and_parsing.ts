console.log([2, 8, 10, 16, 36].map((b) => (3735928559).toString(b)), (0).toString(2), (-255).toString(16));
console.log(["0x10", "0b11", "0o7", "1e2", " 5 ", "5.", ".5", "5..", "--5", "1,000", "Infinity", "", " ", "null", "0x", "1e", "०"].map(Number));
console.log(["0x10", "0b11", "1e2", " 5px", ".5", "-0", "", "Infinity", "12 34"].map((s) => [parseInt(s), parseFloat(s)].join("/")));
console.log(parseInt("123", 4), parseInt("zz", 36), parseInt("0x1F", 16), parseInt("1F"), parseInt("777", 8), parseInt("19", 8), parseInt("2", 2), parseInt("10", 0), parseInt("9007199254740993"), parseInt("1".repeat(25)));
console.log(parseInt(null as any), parseInt("null", 36), parseInt(0.0000005 as any), parseInt(15.99 as any), parseInt([7, 8] as any), parseFloat("3.14.15"));
const toBinary = (n: number): string => (n > 1 ? toBinary(Math.floor(n / 2)) : "") + (n % 2);
console.log(toBinary(10), toBinary(255), toBinary(0), parseInt(toBinary(1000), 2));
const digits = (n: number, base: number) => {
  const out: number[] = [];
  do out.unshift(n % base);
  while ((n = Math.floor(n / base)));
  return out;
};
console.log(digits(12345, 10), digits(255, 16), digits(0, 7));
function roman(n: number): string {
  const table: [number, string][] = [[1000, "M"], [900, "CM"], [500, "D"], [400, "CD"], [100, "C"], [90, "XC"], [50, "L"], [40, "XL"], [10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"]];
  let out = "";
  for (const [value, letters] of table) for (; n >= value; n -= value) out += letters;
  return out;
}
console.log([1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999].map(roman).join(" "));
console.log(Number(new String("5")), Number([["8"]]), Number({ valueOf: () => 3 }), Number(() => 1), Number(" \n0x1f\t"), Number("-0x1f"), Number(false));
console.log(0.1.toFixed(1), 1..toString(), 5 .toString(), 1.0.toFixed(1), (1e3).toString(), 0xff.toString(2));
