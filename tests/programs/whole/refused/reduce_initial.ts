// tsc: 2322 line 2
const total: number = [1, 2].reduce((s, n) => s + n, "");
console.log(total);
