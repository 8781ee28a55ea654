// tsc: 2339 line 6
enum Color {
  Red,
  Green,
}
console.log(Color.Blue);
