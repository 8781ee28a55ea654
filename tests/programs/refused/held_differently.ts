// expect: P3019 line 12
// expect: P3019 line 16
// expect: P3019 line 25
// expect: P3019 line 29
// expect: P3019 line 34
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
interface Wide {
  f(): number | string;
}
class C {
  f(): number {
    return 1;
  }
}
const w: Wide = new C();
class Twin {
  x = 2;
}
const t: A = new Twin();
interface Optional {
  x: number;
  y?: number;
}
const o: Optional = new A();
