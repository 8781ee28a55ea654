// tsc: 2322 line 5
enum Color {
  Red = "red",
}
const c: Color = "red";
console.log(c);
