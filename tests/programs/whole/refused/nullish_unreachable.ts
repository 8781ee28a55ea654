// tsc: 2322 line 3
const s: string = "a";
const n: number = s ?? 5;
console.log(n);
