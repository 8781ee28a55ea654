// tsc: 18048 line 3
const found = [1, 2].find((x) => x > 1);
console.log(found + 1);
