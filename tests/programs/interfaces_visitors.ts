// A visitor that hands itself on; what its methods give is found although that depends on what it implements.
interface Visitor { visitNum(n: Num): number; visitBin(b: Bin): number; visitNeg(n: Neg): number }
abstract class Expr { abstract accept(v: Visitor): number; abstract show(parent?: number): string; equals(o: Expr): boolean { return this.show() === o.show(); } }
class Num extends Expr { constructor(readonly value: number) { super(); } accept(v: Visitor) { return v.visitNum(this); } show() { return String(this.value); } }
class Neg extends Expr { constructor(readonly inner: Expr) { super(); } accept(v: Visitor) { return v.visitNeg(this); } show() { return `-${this.inner.show(9)}`; } }
class Bin extends Expr {
  private static prec(op: string): number { switch (op) { case "+": case "-": return 1; case "*": case "/": return 2; default: throw new Error("op " + op); } }
  constructor(readonly op: string, readonly l: Expr, readonly r: Expr) { super(); }
  accept(v: Visitor) { return v.visitBin(this); }
  show(parent = 0) { const p = Bin.prec(this.op); const s = `${this.l.show(p)} ${this.op} ${this.r.show(p + 1)}`; return p < parent ? `(${s})` : s; }
}
class Evaluator implements Visitor {
  steps = 0;
  visitNum({ value }: Num) { this.steps++; return value; }
  visitNeg(n: Neg) { this.steps++; return -n.inner.accept(this); }
  visitBin(b: Bin): number { this.steps++; const x = b.l.accept(this), y = b.r.accept(this); switch (b.op) { case "+": return x + y; case "-": return x - y; case "*": return x * y; case "/": if (y === 0) throw new RangeError("zero"); return x / y; } return NaN; }
}
class Counter implements Visitor { visitNum(_: Num) { return 1; } visitNeg(n: Neg) { return n.inner.accept(this); } visitBin(b: Bin): number { return b.l.accept(this) + b.r.accept(this); } }
const e1 = new Bin("*", new Bin("+", new Num(1), new Num(2)), new Neg(new Bin("-", new Num(4), new Num(0.5))));
const ev = new Evaluator();
console.log(e1.show(), e1.accept(ev), ev.steps, e1.accept(new Counter()), e1.equals(e1), e1.equals(new Num(1)));
try { new Bin("/", new Num(1), new Bin("-", new Num(2), new Num(2))).accept(ev); } catch (err) { console.log((err as Error).name); }
try { new Bin("^", new Num(1), new Num(1)).show(); } catch (err) { if (err instanceof Error) console.log(err.message); }
