// tsc: 2322 line 3
type Size = `${number}px`;
const s: Size = "10em";
console.log(s);
