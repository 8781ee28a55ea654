enum Permission { None = 0, Read = 1 << 0, Write = 1 << 1, Execute = 1 << 2, ReadWrite = Read | Write, All = ~(~0 << 3) }
const has = (p: Permission, q: Permission) => (p & q) === q;
const names = (p: Permission) => Object.keys(Permission).filter((k) => Number.isNaN(Number(k))).filter((k) => { const v = Permission[k as keyof typeof Permission]; return v && has(p, v) && (v & (v - 1)) === 0; });
console.log(Permission.All, Permission.ReadWrite, names(Permission.All), names(Permission.Read | Permission.Execute), names(0), has(Permission.ReadWrite, Permission.Read), Permission[3], Permission[6]);
let p: Permission = Permission.Read;
p |= Permission.Execute;
p &= ~Permission.Read;
p ^= Permission.Write;
console.log(p, names(p), p.toString(2).padStart(3, "0"));
enum Level { Low = 1, Mid = 5, High = 10 }
const parse = (s: string): Level | undefined => Level[s as keyof typeof Level];
const nearest = (n: number) => Object.values(Level).filter((v): v is Level => typeof v === "number").reduce((a, b) => (Math.abs(b - n) < Math.abs(a - n) ? b : a));
console.log(parse("Mid"), parse("Nope"), Level[nearest(8)], Level[nearest(2)], [Level.High, Level.Low, Level.Mid].sort((a, b) => a - b).map((l) => Level[l]));
enum Suit { Clubs = "♣", Hearts = "♥" }
enum Rank { Jack = 11, Queen, King, Ace = "A".length }
class Card { constructor(readonly rank: Rank | number, readonly suit: Suit) {} toString() { return `${this.rank > 10 || this.rank === 1 ? Rank[this.rank][0] : this.rank}${this.suit}`; } valueOf() { return this.rank; } }
const hand = [new Card(Rank.King, Suit.Hearts), new Card(7, Suit.Clubs), new Card(Rank.Ace, Suit.Clubs)];
console.log(hand.sort((a, b) => +b - +a).join(" "), `${hand[0]}`, hand[0], (hand[0] as any) > hand[1]);
const labels: Record<Suit, string> = { [Suit.Clubs]: "clubs", [Suit.Hearts]: "hearts" };
console.log(Object.values(Suit).map((s) => labels[s]), Object.entries(Suit), (Object.keys(Suit) as (keyof typeof Suit)[]).map((k) => Suit[k]));
const Const = { Up: "up", Down: "down" } as const;
type Const = (typeof Const)[keyof typeof Const];
const flip = (c: Const): Const => (c === Const.Up ? Const.Down : Const.Up);
console.log(flip("up"), flip(Const.Down), Object.values(Const));
enum Op { Push, Add, Mul, Neg, Dup }
type Instruction = [Op.Push, number] | [Exclude<Op, Op.Push>];
function execute(program: Instruction[]): number[] {
  const s: number[] = [];
  const table: { [K in Exclude<Op, Op.Push>]: () => number[] } = { [Op.Add]: () => [s.pop()! + s.pop()!], [Op.Mul]: () => [s.pop()! * s.pop()!], [Op.Neg]: () => [-s.pop()!], [Op.Dup]: () => [s.at(-1)!] };
  for (const i of program) s.push(...(i[0] === Op.Push ? [i[1]] : table[i[0]]()));
  return s;
}
console.log(execute([[Op.Push, 3], [Op.Dup], [Op.Mul], [Op.Push, 4], [Op.Neg], [Op.Add]]), [Op.Push, Op.Dup].map((o) => Op[o]).join());
function inner() { enum Local { A = 1, B = A + 1, C = B * 2 } return Local.C + Local.B; }
console.log(inner(), typeof Level, Level instanceof Object, JSON.stringify({ l: Level.High, s: Suit.Hearts }));
