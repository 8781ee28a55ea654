// tsc: 2314 line 5
interface Box<T> {
  v: T;
}
const b: Box = { v: 1 };
console.log(b);
