// expect: P2032 line 16
// expect: P2032 line 17
// expect: P2032 line 19
// expect: P2032 line 22
// expect: P2006 line 24
// expect: P2006 line 25
// expect: P2011 line 27
// expect: P2032 line 29
// expect: P2006 line 31
// expect: P2032 line 34
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
