// tsc: 2416 line 8
class A {
  f(x: number) {
    return x;
  }
}
class B extends A {
  f(x: string) {
    return 1;
  }
}
console.log(new B());
