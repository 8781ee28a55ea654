// tsc: 2552 line 3
const total = 1;
console.log(totl);
