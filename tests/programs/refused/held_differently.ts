// expect: P3019 line 10
// expect: P3019 line 14
// expect: P3019 line 18
// expect: P3019 line 24
interface Loose {
  xs: (number | null)[];
}
class A { xs = [1]; }
class B extends A {}
const a: Loose = new A();
const list: A[] = [];
const bs: B[] = [new B()];
list.push(...bs);
const numbers = [1], words: (string | number)[] = numbers;
class Twin {
  xs = [2];
}
const t: A = new Twin();
interface Optional {
  f?: (n: number) => void;
  get: (n: number) => number;
}
class C { get = (n: number, m = 1): number => n + m; }
const o: Optional = new C();
