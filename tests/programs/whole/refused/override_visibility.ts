// tsc: 2415 line 5
class A {
  f() {}
}
class B extends A {
  private f() {}
}
console.log(new B());
