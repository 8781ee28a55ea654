// tsc: 2362 line 3
const s: string = "5";
console.log(s * 2);
