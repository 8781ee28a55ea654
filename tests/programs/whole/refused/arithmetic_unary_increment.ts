// tsc: 2356 line 3
let s = "a";
s++;
console.log(s);
