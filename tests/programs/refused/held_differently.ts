// expect: P3019 line 11
// expect: P3019 line 15
// expect: P3019 line 19
// expect: P3019 line 24
interface Loose {
  x: number | null;
}
class A {
  x = 1;
}
const a: Loose = new A();
const list: A[] = [];
class B extends A {}
const bs: B[] = [new B()];
const as: A[] = bs;
class Twin {
  x = 2;
}
const t: A = new Twin();
interface Optional {
  x: number;
  y?: number;
}
const o: Optional = new A();
