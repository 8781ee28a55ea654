const log: string[] = [];
const note = (s: string, v: number): number => { log.push(s); return v; };
const w = 3;
const { x, y = x } = { x: 3 } as { x: number; y?: number };
const [a, b = a] = [1] as number[];
console.log(x, y, a, b);
function f(k: number, { w, h = k }: { w: number; h?: number }, z = w): number { return w + h + z; }
console.log(f(1, { w: 5 }), w);
for (const [p, q = p] of [[1, 2], [3]]) console.log(p, q);
function ordered({ a = note("a", 1), b = note("b", a + 1) }: { a?: number; b?: number } = {}, c = note("c", a + b), [d = note("d", c)]: (number | undefined)[] = [undefined], e = () => a + d): string {
  return `${a}${b}${c}${d}${e()}`;
}
console.log(ordered(), log.join(""));
log.length = 0;
console.log(ordered({ b: 5 }, undefined, [7]), log.join(""));
class Point {
  sum: number;
  constructor({ x, y = x }: { x: number; y?: number }, readonly k = x + y) { this.sum = x + y + k; }
  set pair([p, q = p]: number[]) { this.sum = p * q; }
}
const point = new Point({ x: 2 });
console.log(point.sum, point.k);
point.pair = [5];
console.log(point.sum);
const arrow = ({ w }: { w: number }, z: number = w) => w + z;
console.log(arrow({ w: 1 }));
async function later({ t }: { t: number }, u = t * 2): Promise<number> { await sleep(1); return t + u; }
console.log(await later({ t: 3 }));
