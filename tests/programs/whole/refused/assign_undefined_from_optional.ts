// tsc: 2322 line 6
interface A {
  x?: number;
}
const a: A = {};
const n: number = a.x;
console.log(n);
