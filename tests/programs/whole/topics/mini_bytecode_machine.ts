const enum Op { Push, Add, Sub, Mul, Less, Jump, JumpIfZero, Load, Store, Print, Call, Return, Halt }
type Code = readonly number[];
class Vm {
  private stack: number[] = [];
  private frames: { ip: number; locals: number[] }[] = [{ ip: 0, locals: [] }];
  readonly out: string[] = [];
  steps = 0;
  constructor(private readonly code: Code, private readonly fuel = 10_000) {}
  private pop() { const v = this.stack.pop(); if (v === undefined) throw new Error(`stack empty at ${this.frames.at(-1)!.ip}`); return v; }
  run(): this {
    const { code, stack } = this;
    for (;;) {
      if (++this.steps > this.fuel) throw new RangeError("out of fuel");
      const f = this.frames[this.frames.length - 1];
      const op: Op = code[f.ip++];
      switch (op) {
        case Op.Push: stack.push(code[f.ip++]); break;
        case Op.Add: case Op.Sub: case Op.Mul: case Op.Less: { const b = this.pop(), a = this.pop(); stack.push(op === Op.Add ? a + b : op === Op.Sub ? a - b : op === Op.Mul ? a * b : a < b ? 1 : 0); break; }
        case Op.Jump: f.ip = code[f.ip]; break;
        case Op.JumpIfZero: { const to = code[f.ip++]; if (this.pop() === 0) f.ip = to; break; }
        case Op.Load: stack.push(f.locals[code[f.ip++]] ?? 0); break;
        case Op.Store: f.locals[code[f.ip++]] = this.pop(); break;
        case Op.Print: this.out.push(String(this.pop())); break;
        case Op.Call: { const [to, n] = [code[f.ip++], code[f.ip++]]; this.frames.push({ ip: to, locals: stack.splice(stack.length - n, n) }); break; }
        case Op.Return: this.frames.pop(); if (this.frames.length === 0) return this; break;
        case Op.Halt: return this;
        default: throw new Error(`bad op ${op satisfies never}`);
      }
    }
  }
}
function assemble(source: string): number[] {
  const ops: Record<string, [Op, number]> = { push: [Op.Push, 1], add: [Op.Add, 0], sub: [Op.Sub, 0], mul: [Op.Mul, 0], less: [Op.Less, 0], jump: [Op.Jump, 1], jz: [Op.JumpIfZero, 1], load: [Op.Load, 1], store: [Op.Store, 1], print: [Op.Print, 0], call: [Op.Call, 2], ret: [Op.Return, 0], halt: [Op.Halt, 0] };
  const labels: Record<string, number> = {};
  const code: (number | string)[] = [];
  for (const line of source.split("\n").map((l) => l.split(";")[0].trim()).filter(Boolean)) {
    if (line.endsWith(":")) { labels[line.slice(0, -1)] = code.length; continue; }
    const [name, ...args] = line.split(" ");
    const op = ops[name];
    if (!op || op[1] !== args.length) throw new SyntaxError(`bad line: ${line}`);
    code.push(op[0], ...args.map((a) => (Number.isNaN(Number(a)) ? a : Number(a))));
  }
  return code.map((c) => { if (typeof c === "number") return c; if (!(c in labels)) throw new ReferenceError(`no label ${c}`); return labels[c]; });
}
const loop = assemble(`push 0\nstore 0\nagain:\nload 0\npush 5\nless\njz end\nload 0\nprint\nload 0\npush 1\nadd\nstore 0\njump again\nend:\nhalt`);
const vm = new Vm(loop).run();
console.log(vm.out.join(" "), vm.steps, loop);
const fact = assemble(`push 10\ncall fact 1\nprint\nhalt\nfact: ; n\nload 0\njz one\nload 0\nload 0\npush 1\nsub\ncall fact 1\nmul\nret\none:\npush 1\nret`);
console.log(new Vm(fact).run().out, new Vm(fact).run().steps);
for (const f of [() => new Vm(assemble("add")).run(), () => new Vm(assemble("l:\njump l"), 50).run(), () => assemble("jump nowhere"), () => assemble("push"), () => new Vm([99]).run(), () => new Vm(assemble("push 1\nprint\nret")).run().out]) { try { console.log(f()); } catch (e) { console.log(`${e}`); } }
