// tsc: 2358 line 3
const s = "a";
console.log(s instanceof String);
