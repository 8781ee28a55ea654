// tsc: 2322 line 3
const o: { a: number } = { a: 1 };
const text: number = JSON.stringify(o);
console.log(text);
