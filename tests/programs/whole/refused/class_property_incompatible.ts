// tsc: 2416 line 6
class A {
  x: number = 1;
}
class B extends A {
  x: string = "a";
}
console.log(new B());
