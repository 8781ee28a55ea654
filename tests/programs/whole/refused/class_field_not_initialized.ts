// tsc: 2564 line 3
class A {
  x: number;
}
console.log(new A().x);
