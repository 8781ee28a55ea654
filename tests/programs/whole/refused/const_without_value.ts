// tsc: 1155 line 2
const c: number;
console.log(1);
