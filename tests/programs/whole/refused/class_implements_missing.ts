// tsc: 2420 line 5
interface Shape {
  area(): number;
}
class Square implements Shape {
  constructor(public side: number) {}
}
console.log(new Square(1));
