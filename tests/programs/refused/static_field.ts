// expect: P3014 line 3
class A {
  static x: number;
}
console.log(A.x);
