// tsc: 2300 line 4
class A {
  x = 1;
  x = 2;
}
console.log(new A());
