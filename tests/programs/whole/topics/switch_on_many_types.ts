type Value = string | number | boolean | null | undefined | Value[] | { [k: string]: Value };
function format(v: Value, depth = 0): string {
  switch (typeof v) {
    case "string": return JSON.stringify(v);
    case "number": case "boolean": case "undefined": return `${v}`;
    default:
      switch (true) {
        case v === null: return "null";
        case Array.isArray(v): return `[${v.map((x) => format(x, depth + 1)).join(", ")}]`;
        default: return `{${Object.entries(v!).map(([k, x]) => `${k}: ${format(x as Value, depth + 1)}`).join(", ")}}@${depth}`;
      }
  }
}
console.log(format(["a", 1, true, null, undefined, { k: [{}] }]));
const classify = (n: number): string => {
  switch (true) {
    case Number.isNaN(n): return "NaN";
    case n < 0: return "negative";
    case n === 0: return Object.is(n, -0) ? "minus zero" : "zero";
    case n < 10: return "small";
    default: return "large";
  }
};
console.log([NaN, -1, 0, -0, 5, 50].map(classify));
function days(month: number, leap = false): number {
  switch (month) {
    case 2: return leap ? 29 : 28;
    case 4: case 6: case 9: case 11: return 30;
    default:
      if (month < 1 || month > 12) throw new RangeError("month " + month);
      return 31;
  }
}
console.log([1, 2, 4, 12].map((m) => days(m)), days(2, true));
try { days(13); } catch (e) { console.log((e as Error).message); }
const run = (program: string): number[] => {
  const stack: number[] = [];
  loop: for (const op of program.split(" ")) {
    switch (op) {
      case "dup": stack.push(stack[stack.length - 1]); continue loop;
      case "swap": { const [b, a] = [stack.pop()!, stack.pop()!]; stack.push(b, a); continue; }
      case "halt": break loop;
      case "+": case "*": case "-": {
        const b = stack.pop()!, a = stack.pop()!;
        stack.push(op === "+" ? a + b : op === "*" ? a * b : a - b);
        break;
      }
      default: stack.push(Number(op));
    }
  }
  return stack;
};
console.log(run("2 3 + dup *"), run("1 2 swap -"), run("1 halt 2"), run("x"));
const S = { a: Symbol("a"), b: Symbol("b") };
const bySymbol = (s: symbol) => { switch (s) { case S.a: return "A"; case S.b: return "B"; } return "?"; };
const o1 = {}, o2 = {};
const byObject = (o: object) => { switch (o) { case o1: return 1; case o2: return 2; default: return 0; } };
console.log(bySymbol(S.a), bySymbol(Symbol("a")), byObject(o2), byObject({}), (() => { switch ("1" as any) { case 1: return "number"; case "1": return "string"; } })());
const trace: number[] = [];
for (let i = 0; i < 5; i++) switch (i) { case 1: continue; case 3: break; default: trace.push(i); case 100: trace.push(-i); }
console.log(trace);
let side = 0;
switch (side++) { case side - 1: side += 10; }
console.log(side);
