// tsc: 2445 line 5
class A {
  protected x = 1;
}
console.log(new A().x);
