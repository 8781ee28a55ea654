// expect: P3020 line 13
// expect: P3020 line 14
// expect: P3020 line 15
// expect: P3020 line 16
// expect: P3020 line 18
// expect: P3020 line 22
// expect: P2003 line 11
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
