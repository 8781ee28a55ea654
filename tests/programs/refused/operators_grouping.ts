// expect: P1001 line 10
// expect: P1005 line 11
// expect: P1001 line 12
// expect: P1001 line 13
// expect: P1001 line 14
let a = { b: 1 } as { b: number } | null;
let c = 1;
class D {}
{
  new a?.b();
  a?.b = 2;
  const f = c || x => x;
  type F = number | () => void;
  const g = (x?: number, y: string): string => y;
}
