type Cell = `${number},${number}`;
const parse = (text: string): Set<Cell> => new Set(text.split("/").flatMap((row, y) => [...row].flatMap((c, x) => (c === "#" ? [`${x},${y}` as Cell] : []))));
function step(live: ReadonlySet<Cell>): Set<Cell> {
  const counts = new Map<Cell, number>();
  for (const cell of live) {
    const [x, y] = cell.split(",").map(Number);
    for (let dx = -1; dx <= 1; dx++) for (let dy = -1; dy <= 1; dy++) if (dx || dy) counts.set(`${x + dx},${y + dy}`, (counts.get(`${x + dx},${y + dy}`) ?? 0) + 1);
  }
  return new Set([...counts].filter(([cell, n]) => n === 3 || (n === 2 && live.has(cell))).map(([cell]) => cell));
}
const draw = (live: ReadonlySet<Cell>, size: number) => Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => (live.has(`${x},${y}`) ? "#" : ".")).join("")).join("\n");
let glider = parse(".#./..#/###");
for (let i = 0; i < 4; i++) glider = step(glider);
console.log(draw(glider, 5));
let r = parse(".##/##./.#.");
const sizes: number[] = [];
for (let i = 0; i < 20; i++) sizes.push((r = step(r)).size);
console.log(sizes.join(" "));
const rule = (n: number) => (row: string) => [...row].map((c, i) => String((n >> parseInt((row.at(i - 1) ?? "0") + c + (row[(i + 1) % row.length] ?? "0"), 2)) & 1)).join("");
for (const n of [30, 90]) {
  let row = "0".repeat(15) + "1" + "0".repeat(15);
  for (let i = 0; i < 5; i++, row = rule(n)(row)) console.log(row.replaceAll("0", " ").replaceAll("1", "*").trimEnd());
}
const ant = { x: 5, y: 5, d: 0 };
const black = new Set<Cell>();
for (let i = 0; i < 200; i++) {
  const at: Cell = `${ant.x},${ant.y}`;
  ant.d = (ant.d + (black.delete(at) ? 3 : (black.add(at), 1))) % 4;
  ant.x += [0, 1, 0, -1][ant.d];
  ant.y += [-1, 0, 1, 0][ant.d];
}
console.log(ant, black.size);
interface Machine { tape: Map<number, string>; head: number; state: string }
const rules: Record<string, [write: string, move: 1 | -1, next: string]> = { A0: ["1", 1, "B"], A1: ["1", -1, "B"], B0: ["1", -1, "A"], B1: ["1", 1, "H"] };
const m: Machine = { tape: new Map(), head: 0, state: "A" };
let n = 0;
for (; m.state !== "H"; n++) {
  const [write, move, next] = rules[m.state + (m.tape.get(m.head) ?? "0")];
  m.tape.set(m.head, write);
  m.head += move;
  m.state = next;
}
console.log(n, [...m.tape.values()].filter((v) => v === "1").length);
function brainf(code: string, input = ""): string {
  const jumps: Record<number, number> = {};
  const stack: number[] = [];
  [...code].forEach((c, i) => { if (c === "[") stack.push(i); else if (c === "]") { const j = stack.pop()!; [jumps[i], jumps[j]] = [j, i]; } });
  const cells: number[] = [0];
  let [p, out, read] = [0, "", 0];
  for (let i = 0; i < code.length; i++) {
    switch (code[i]) {
      case ">": p++; cells[p] ??= 0; break;
      case "<": p--; break;
      case "+": cells[p] = (cells[p] + 1) & 255; break;
      case "-": cells[p] = (cells[p] - 1) & 255; break;
      case ".": out += String.fromCharCode(cells[p]); break;
      case ",": cells[p] = input.charCodeAt(read++) || 0; break;
      case "[": if (!cells[p]) i = jumps[i]; break;
      case "]": if (cells[p]) i = jumps[i];
    }
  }
  return out;
}
console.log(brainf("++++++[>++++++++++++<-]>.>++++++++++[>++++++++++<-]>+.+++++++..+++."), brainf(",[.,]", "echo"));
