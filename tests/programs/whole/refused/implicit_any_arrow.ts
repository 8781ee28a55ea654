// tsc: 7006 line 2
const f = (a: number, b) => a + b;
console.log(f(1, 2));
