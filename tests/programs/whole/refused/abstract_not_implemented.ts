// tsc: 2515 line 5
abstract class A {
  abstract f(): number;
}
class B extends A {}
console.log(new B());
