// tsc: 2345 line 3
const s = new Set([1, 2]);
console.log(s.has("1"));
