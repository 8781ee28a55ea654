// tsc: 2322 line 2
const lengths: number[] = ["a"].map((s) => s.toUpperCase());
console.log(lengths);
