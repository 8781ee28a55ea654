// tsc: 2341 line 5
class A {
  private x = 1;
}
console.log(new A().x);
