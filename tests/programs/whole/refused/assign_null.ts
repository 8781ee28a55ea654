// tsc: 2322 line 3
let s: string = "a";
s = null;
console.log(s);
