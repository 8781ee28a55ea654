// tsc: 2339 line 7
class A {
  make() {
    return 1;
  }
}
console.log(A.make());
