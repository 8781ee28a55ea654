// tsc: 2416 line 6
interface Shape {
  area(): number;
}
class Square implements Shape {
  area() {
    return "16";
  }
}
console.log(new Square());
