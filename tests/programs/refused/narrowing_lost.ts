// expect: P2032 line 12
// expect: P2032 line 13
// expect: P2032 line 17
// expect: P2018 line 22
// expect: P2006 line 26
class A {
  next: A | null = null;
}
function f(a: A): void {
  let b: A | null = a;
  for (let i = 0; i < 3; i++) {
    console.log(b.next === null);
    b = b.next;
  }
  if (a.next !== null) {
    a.next = null;
    console.log(a.next.next);
  }
}
function g(x: unknown): number {
  if (typeof x === "string") return x.length;
  return x.length;
}
function h(x: string | number): number {
  if (typeof x === "number") return x;
  return x;
}
