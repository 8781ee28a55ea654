class A {
  xs: number[];
  constructor(first: string, n = 5, ...xs: number[]) { this.xs = [n, ...xs]; this.log(first); }
  log(s: string): this { console.log(s, this.xs.join()); return this; }
  twice(s: string) { return this.log(s).log(s + s); }
  maybe(b: boolean): this { return b ? this : this.twice("m"); }
  mixed() { return this.maybe(true).other(); }
  other() { return this.log("other"); }
}
class B extends A {
  field = this.xs.length;
  log(s: string): this { return super.log("B" + s).check(); }
  check(): this { return (console.log("check"), this); }
  own() { return "own" + this.field; }
}
class C extends A { extra: string[] = ["x"]; }
console.log(new B("a").twice("z").maybe(false).own(), new B("b", 1, 2, 3).mixed().field);
console.log(new C("q", undefined, 7, 8).twice("t").extra.length);
console.log(new C("only").xs.join());
