// tsc: 17009 line 6
class A {}
class B extends A {
  x: number;
  constructor() {
    this.x = 1;
    super();
  }
}
console.log(new B());
