// tsc: 2551 line 3
const s = "text";
console.log(s.lenght);
