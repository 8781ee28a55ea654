// tsc: 2540 line 5
enum Color {
  Red,
}
Color.Red = 1;
console.log(Color);
