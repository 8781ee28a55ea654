// tsc: 1061 line 4
enum E {
  A = "a",
  B,
}
console.log(E);
