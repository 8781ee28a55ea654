// tsc: 2322 line 5
class A {
  private x = 1;
}
const a: A = { x: 1 };
console.log(a);
