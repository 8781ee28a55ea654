// tsc: 2322 line 2
const flag: boolean = 0;
console.log(flag);
