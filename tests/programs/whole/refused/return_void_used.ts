// tsc: 2322 line 3
function f(): void {}
const n: number = f();
console.log(n);
