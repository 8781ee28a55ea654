// expect: P2029 line 15
// expect: P2029 line 16
// expect: P2029 line 23
// expect: P2029 line 24
// expect: P2029 line 29
// expect: P2029 line 30
class A {
  readonly x: number = 1;
  readonly y: string;
  constructor(readonly z: number) {
    this.y = "fine";
    this.x = 2;
  }
  f(): void {
    this.x = 3;
    this.z++;
  }
  get only(): number {
    return 1;
  }
}
const a = new A(1);
a.y = "no";
a.only = 2;
interface P {
  readonly n: number;
}
const p: P = { n: 1 };
p.n = 2;
a.f = 5;
