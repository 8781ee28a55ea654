// Visitors: classes and object literals that implement an interface.
interface Visitor { visitNum(n: Num): number; visitAdd(a: Add): number }
interface Expr { accept(v: Visitor): number }
class Num implements Expr { constructor(readonly v: number) {} accept(v: Visitor): number { return v.visitNum(this); } }
class Add implements Expr { constructor(readonly l: Expr, readonly r: Expr) {} accept(v: Visitor): number { return v.visitAdd(this); } }
class Eval implements Visitor { visitNum(n: Num): number { return n.v; } visitAdd(a: Add): number { return a.l.accept(this) + a.r.accept(this); } }
const depth: Visitor = { visitNum: () => 1, visitAdd(a) { return 1 + (a.l.accept(this) > a.r.accept(this) ? a.l.accept(this) : a.r.accept(this)); } };
const e = new Add(new Num(1), new Add(new Num(2), new Num(3)));
console.log(e.accept(new Eval()), e.accept(depth));
