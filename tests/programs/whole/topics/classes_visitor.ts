interface Visitor<R> {
  num(n: Num): R;
  bin(b: Bin): R;
  neg(n: Neg): R;
}
abstract class Expr {
  abstract accept<R>(v: Visitor<R>): R;
}
class Num extends Expr {
  constructor(readonly value: number) {
    super();
  }
  accept<R>(v: Visitor<R>) {
    return v.num(this);
  }
}
class Bin extends Expr {
  constructor(readonly op: "+" | "*", readonly left: Expr, readonly right: Expr) {
    super();
  }
  accept<R>(v: Visitor<R>) {
    return v.bin(this);
  }
}
class Neg extends Expr {
  constructor(readonly of: Expr) {
    super();
  }
  accept<R>(v: Visitor<R>) {
    return v.neg(this);
  }
}
class Evaluate implements Visitor<number> {
  num = (n: Num) => n.value;
  bin(b: Bin): number {
    const [l, r] = [b.left.accept(this), b.right.accept(this)];
    return b.op === "+" ? l + r : l * r;
  }
  neg(n: Neg): number {
    return -n.of.accept(this);
  }
}
const show: Visitor<string> = {
  num: (n) => String(n.value),
  bin(b) {
    return `(${b.left.accept(this)} ${b.op} ${b.right.accept(this)})`;
  },
  neg(n) {
    return `-${n.of.accept(this)}`;
  },
};
class Simplify implements Visitor<Expr> {
  num(n: Num) {
    return n;
  }
  bin(b: Bin): Expr {
    const l = b.left.accept<Expr>(this);
    const r = b.right.accept<Expr>(this);
    if (b.op === "*" && l instanceof Num && l.value === 1) return r;
    if (b.op === "+" && r instanceof Num && r.value === 0) return l;
    return new Bin(b.op, l, r);
  }
  neg(n: Neg): Expr {
    const inner = n.of.accept<Expr>(this);
    return inner instanceof Neg ? inner.of : new Neg(inner);
  }
}
const e = new Bin("+", new Bin("*", new Num(1), new Neg(new Neg(new Num(5)))), new Num(0));
console.log(e.accept(show), e.accept(new Evaluate()), e.accept(new Simplify()).accept(show));
console.log(e);
