// reference
class Expr { constructor(public op: string, public l: Expr | null, public r: Expr | null, public v = 0) {} }
function num(v: number): Expr { return new Expr("n", null, null, v); } function bin(op: string, l: Expr, r: Expr): Expr { return new Expr(op, l, r); }
function evaluate(e: Expr): number { if (e.l === null || e.r === null) return e.v; const a = evaluate(e.l); const b = evaluate(e.r); switch (e.op) { case "+": return a + b; case "*": return a * b; default: throw new Error("op " + e.op); } }
console.log(evaluate(bin("+", num(2), bin("*", num(3), num(4))))); try { evaluate(bin("?", num(1), num(2))); } catch (e) { if (e instanceof Error) console.log(e.message); }
