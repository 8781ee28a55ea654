const log: string[] = [];
function point(x: number, y: number, label = "p", ...rest: number[]): string { return `${label}(${x}, ${y})${rest.length > 0 ? rest.join("+") : ""}`; }
const pair: [number, number] = [1, 2];
const triple: [number, number, string] = [3, 4, "t"];
console.log(point(...pair), point(...triple), point(...triple, 9, 8), point(0, ...([5, "x"] as [number, string])), point(...triple, ...pair, ...[7]));
function make(n: number): [number, number] { log.push("make" + n); return [n, n + 1]; }
const note = (n: number): number => { log.push("note" + n); return n; };
console.log(point(...make(6)), point(note(1), ...([note(2), "l"] as [number, string]), ...make(3)), log.join());
class Box { constructor(readonly w: number, readonly h: number) {} scale(by: number, of: string): string { return `${of}${this.w * by}`; } static of(n: number, m: number): Box { return new Box(n, m); } }
const args: [number, string] = [3, "s"];
console.log(new Box(...pair).h, new Box(...pair).scale(...args), Box.of(...make(9)).w, Math.max(...pair), ((a: number, b: number) => a - b)(...pair));
let moving: [number, number] = [1, 1];
console.log(point(...moving, ((moving = [9, 9]), "later")), moving.join());
