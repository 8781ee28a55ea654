// expect: P2013 line 4
// expect: P2013 line 5
// expect: P2013 line 7
function f(a = f(1) + 1): number { return a; }
function g({ w, v = g }: { w: number; v?: number }, q = w): number { return q; }
class C {
  m(a = this.m()): number { return a; }
}
f();
g({ w: 1 });
new C().m();
