// tsc: 4113 line 4
class A {}
class B extends A {
  override f() {}
}
console.log(new B());
