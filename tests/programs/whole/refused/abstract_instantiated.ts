// tsc: 2511 line 5
abstract class A {
  f() {}
}
console.log(new A());
