// tsc: 2377 line 4
class A {}
class B extends A {
  constructor() {
    console.log("no super");
  }
}
new B();
