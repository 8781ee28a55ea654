// tsc: 2540 line 8
class A {
  get x() {
    return 1;
  }
}
const a = new A();
a.x = 2;
console.log(a);
