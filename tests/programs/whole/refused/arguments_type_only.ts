// tsc: 2693 line 5
interface Shape {
  x: number;
}
console.log(Shape);
