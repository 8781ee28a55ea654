// tsc: 2542 line 3
const s = "abc";
s[0] = "x";
console.log(s);
