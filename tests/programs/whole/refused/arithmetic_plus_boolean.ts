// tsc: 2365 line 3
const b: boolean = true;
console.log(b + 1);
