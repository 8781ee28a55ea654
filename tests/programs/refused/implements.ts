// expect: P2025 line 12
// expect: P2025 line 16
// expect: P2016 line 32
// expect: P2001 line 33
// expect: P2001 line 34
// expect: P2003 line 35
interface Shape {
  area(): number;
  name: string;
  tag?: string;
}
class A implements Shape {
  name = "a";
  tag?: string;
}
class B implements Shape {
  name = 1;
  tag?: string;
  area(): number {
    return 1;
  }
}
class C implements Shape {
  name = "c";
  get tag(): string {
    return "t";
  }
  area(): number {
    return 1;
  }
}
class D implements Missing {}
class E extends Shape {}
class F extends Nothing {}
class G extends H {}
class H {}
class I extends E {}
