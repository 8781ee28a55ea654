const SUITS = ["♣", "♦", "♥", "♠"] as const;
const RANKS = ["2", "3", "4", "5", "6", "7", "8", "9", "T", "J", "Q", "K", "A"] as const;
type Suit = (typeof SUITS)[number]; type Rank = (typeof RANKS)[number]; type Card = `${Rank}${Suit}`;
const rank = (c: Card) => RANKS.indexOf(c[0] as Rank) + 2;
const suit = (c: Card) => c[1] as Suit;
const deck = (): Card[] => SUITS.flatMap((s) => RANKS.map((r): Card => `${r}${s}`));
class Random { constructor(private seed: number) {} next(n: number) { this.seed = (Math.imul(this.seed, 1103515245) + 12345) >>> 0; return (this.seed >>> 16) % n; } shuffle<T>(xs: readonly T[]): T[] { const a = [...xs]; for (let i = a.length - 1; i > 0; i--) { const j = this.next(i + 1); [a[i], a[j]] = [a[j], a[i]]; } return a; } }
const NAMES = ["high card", "pair", "two pair", "three", "straight", "flush", "full house", "four", "straight flush"] as const;
type Hand = { name: (typeof NAMES)[number]; score: number[] };
function evaluate(cards: readonly Card[]): Hand {
  const counts = new Map<number, number>();
  for (const c of cards) counts.set(rank(c), (counts.get(rank(c)) ?? 0) + 1);
  const groups = [...counts].sort(([r1, n1], [r2, n2]) => n2 - n1 || r2 - r1);
  const shape = groups.map(([, n]) => n).join("");
  let ranks = groups.map(([r]) => r);
  const flush = new Set(cards.map(suit)).size === 1;
  const wheel = ranks.join() === "14,5,4,3,2";
  const straight = shape === "11111" && (ranks[0] - ranks[4] === 4 || wheel);
  if (wheel) ranks = [5, 4, 3, 2, 1];
  const kind = straight && flush ? 8 : shape === "41" ? 7 : shape === "32" ? 6 : flush ? 5 : straight ? 4 : shape === "311" ? 3 : shape === "221" ? 2 : shape === "2111" ? 1 : 0;
  return { name: NAMES[kind], score: [kind, ...ranks] };
}
const compare = (a: Hand, b: Hand) => { for (const [i, x] of a.score.entries()) if (x !== b.score[i]) return x - (b.score[i] ?? -1); return 0; };
const parse = (s: string) => s.split(" ") as Card[];
const hands = ["T♠ J♠ Q♠ K♠ A♠", "9♣ 9♦ 9♥ 9♠ 2♣", "3♣ 3♦ 3♥ K♠ K♣", "2♦ 7♦ 9♦ J♦ A♦", "A♣ 2♦ 3♥ 4♠ 5♣", "6♣ 7♦ 8♥ 9♠ T♣", "Q♣ Q♦ Q♥ 2♠ 7♣", "J♣ J♦ 4♥ 4♠ A♣", "8♣ 8♦ A♥ K♠ 2♣", "2♣ 5♦ 9♥ J♠ K♣"].map((s) => ({ s, hand: evaluate(parse(s)) }));
for (const { s, hand } of hands) console.log(s, hand.name, hand.score.join());
console.log(hands.toSorted((a, b) => compare(b.hand, a.hand)).map((h) => h.hand.name).join(" > "));
const random = new Random(7);
const shuffled = random.shuffle(deck());
console.log(shuffled.length, new Set(shuffled).size, shuffled.slice(0, 5).join(" "), deck()[0], deck().at(-1));
const tally: Partial<Record<Hand["name"], number>> = {};
for (let i = 0; i < 200; i++) { const { name } = evaluate(random.shuffle(deck()).slice(0, 5)); tally[name] = (tally[name] ?? 0) + 1; }
console.log(tally, Object.values(tally).reduce((a, b) => a + b, 0));
const dice = (spec: string) => { const [n, rest] = spec.split("d"); const [sides, bonus = "0"] = rest.split("+"); return Array.from({ length: Number(n) || 1 }, () => random.next(Number(sides)) + 1).reduce((a, b) => a + b, Number(bonus)); };
const rolls = Array.from({ length: 50 }, () => dice("3d6+2"));
console.log(Math.min(...rolls) >= 5, Math.max(...rolls) <= 20, dice("d1+4"), rolls.slice(0, 8).join());
