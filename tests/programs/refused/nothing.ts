// expect: P2032 line 17
// expect: P2032 line 18
// expect: P2032 line 20
// expect: P2008 line 23
// expect: P2006 line 25
// expect: P2006 line 26
// expect: P2011 line 28
// expect: P2032 line 30
// expect: P2006 line 32
// expect: P2008 line 35
// expect: P3025 line 36
class A {
  next: A | null = null;
  f(): void {}
}
const a = new A();
a.next.f();
console.log(a.next.next);
function g(x: string | undefined): number {
  return x.length;
}
function h(x: number | null): number {
  return x + 1;
}
const s: string = null;
const t: string | null = undefined;
let u: string | null = null;
if (u !== null) console.log(u.length);
function k(list: number[] | undefined): number {
  return list[0];
}
const m: A = a.next;
let n: number | undefined = g("a");
n = undefined;
n++;
const v = null;
