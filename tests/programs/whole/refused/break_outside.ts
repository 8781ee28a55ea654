// tsc: 1105 line 3
if (Math.abs(1) > 2) {
  break;
}
console.log("x");
