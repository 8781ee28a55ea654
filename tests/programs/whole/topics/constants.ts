// Constants whose values the text says, looked at before and behind their declarations.
function early(): string {
  try {
    return `${LIMIT} ${NAME} ${MASK}`;
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}
console.log(early());
const LIMIT = 10;
console.log(early());
const NAME = "n" as const;
const MASK = ~(LIMIT << 4) & 0xffff | 0x80000000;
console.log(early(), typeof LIMIT, typeof NAME);

const HALF = LIMIT / 2, LESS = -LIMIT, ZERO = -0, HUGE = 1e999, ODD = HUGE - HUGE, SUM = LIMIT + LESS * 3;
console.log(HALF, LESS, Object.is(ZERO, -0), HUGE, ODD, ~HUGE, SUM, HUGE | 0, 1 / ZERO);
const TEXTS = { [NAME]: LIMIT, [LIMIT]: NAME };
console.log(TEXTS, NAME + LIMIT, LIMIT + NAME, NAME.length, `${NAME}`.toUpperCase());

const bits = (1 << 31) ^ -1, shifted = -5 >> 1, wide = 4294967296 | 1, text = NAME;
console.log(bits, shifted, wide, text, LIMIT + 0.5, LIMIT % 3);
switch (10) {
  case LIMIT:
    console.log("limit");
}
const inner = (() => {
  const LOCAL = 3;
  const deep = (): number => LOCAL * LIMIT;
  return deep() + LOCAL;
})();
console.log(inner);
function eval0(): void { (globalThis as any).nothing; const box: any = null; box.x = LIMIT; }
try {
  eval0();
} catch (error) {
  console.log((error as Error).message);
}
class C {
  static readonly SIZE = LIMIT * 2;
  size = C.SIZE + LIMIT;
}
console.log(new C().size, [LIMIT, NAME, LESS].map((x) => typeof x));
for (const step = 2, i = { at: 0 }; i.at < LIMIT; i.at += step) if (i.at > 6) console.log(i.at, step);
export { LIMIT as Exported };
