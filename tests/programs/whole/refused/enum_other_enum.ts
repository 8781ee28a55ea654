// tsc: 2322 line 8
enum A {
  X,
}
enum B {
  X,
}
const a: A = B.X;
console.log(a);
