// tsc: 2588 line 3
const c = 1;
c = 2;
console.log(c);
