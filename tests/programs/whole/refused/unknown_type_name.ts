// tsc: 2552 line 2
const x: Strnig = "a";
console.log(x);
