// expect: P2003 line 5
function f(n: number): void {
  const local = n;
  function inside(): number { return local; }
  new A();
  class A {
    static count = 0;
    x = n;
    y = local;
    z(): number { return inside(); }
    assign(): void {
      n = 5;
    }
  }
  let a: unknown = new A();
  if (a instanceof A) console.log("a");
}
f(1);
