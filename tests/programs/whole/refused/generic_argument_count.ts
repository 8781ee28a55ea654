// tsc: 2314 line 5
class Box<T> {
  constructor(public v: T) {}
}
const b: Box<number, string> = new Box(1);
console.log(b);
