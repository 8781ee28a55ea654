// tsc: 2322 line 6
enum Color {
  Red,
  Green,
}
const c: Color = 7;
console.log(c);
