// reference
// limits: max_fuel=5000
let count = 0;
console.log("counting");
// output: counting
while (count >= 0) {
  count = (count + 1) % 1000;
}
console.log("never");
// limit: max_fuel
