// expect: P2030 line 3
class A {
  static x: number;
}
console.log(A.x);
