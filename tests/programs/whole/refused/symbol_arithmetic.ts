// tsc: 2469 line 3
const s = Symbol("a");
console.log(s + "x");
