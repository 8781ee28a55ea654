// tsc: 2339 line 7
class A {
  x = 1;
}
class B extends A {
  f() {
    return super.missing();
  }
}
console.log(new B());
