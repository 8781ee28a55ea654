// expect: P2002 line 10
// expect: P2002 line 11
// expect: P2016 line 16
// expect: P2001 line 18
// expect: P2001 line 19
// expect: P2016 line 21
// expect: P3016 line 23
// expect: P2026 line 25
// expect: P2016 line 27
type A = number;
type A = string;
interface I {
  x: number;
  x: string;
}
type Loop = Loop | null;
type number = string;
const v: I = I;
const w = A;
const z = 1;
const q: z = 1;
class B {}
const t: B<number> = new B();
interface J extends I {
  x: boolean;
}
function f(x: Missing): void {}
