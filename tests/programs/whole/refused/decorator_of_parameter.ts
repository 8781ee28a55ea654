// tsc: 1206 line 4
function dec(...told: unknown[]): void {}
class A {
  m(@dec p: number): number {
    return p;
  }
}
console.log(new A().m(1));
