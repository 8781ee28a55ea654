// reference
interface Op { apply(a: number, b: number): number; readonly symbol: string }
class Add implements Op { readonly symbol = "+"; apply(a: number, b: number): number { return a + b; } }
class Mul implements Op { readonly symbol = "*"; apply(a: number, b: number): number { return a * b; } }
class Sub implements Op { readonly symbol = "-"; apply(a: number, b: number): number { return a - b; } }
const ops: Op[] = [new Add(), new Mul(), new Sub()]; let x = 1;
for (let i = 0; i < 300; i++) { const op = ops[i % 3]; x = op.apply(x, 3) % 1000; }
console.log(x, ops.map((o) => o.symbol).join(""));
