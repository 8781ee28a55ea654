let a = 0;
let b = 0;
for (let i = 0, j = 10; i < j; i += 2, j--) (a += i), (b += j);
console.log(a, b);
const grade = (n: number) => (n >= 90 ? "A" : n >= 80 ? "B" : n >= 70 ? "C" : "F");
console.log([95, 85, 75, 10].map(grade).join(""));
const x = (a++, b++, a + b);
console.log(x);
const pick = (p: boolean, q: boolean) => (p ? (q ? "both" : "first") : q ? "second" : "none");
console.log(pick(true, true), pick(true, false), pick(false, true), pick(false, false));
const nothing = (): any => null;
const zero: any = 0;
const empty: any = "";
const nil: any = null;
let unset: number | undefined;
const v = nil ?? (unset as number | undefined) ?? (zero || "or") ?? "never";
console.log(v);
const and = (1 && "two" && []) as unknown;
console.log(and, zero && "no", empty || zero || nil || "end", (nothing() ?? false) || "fallback");
console.log((true || fail()) && (false || "ok"), !(false && fail()));
function fail(): never {
  throw new Error("evaluated");
}
let n: number | undefined;
const m = n === undefined ? (n = 5) : n;
console.log(m, n, (n && n > 3) || "small");
let i = 0;
if (i++ === 0 && i++ === 1 || i++ === 100) console.log("i", i);
const chained = (a = b = 7);
console.log(a, b, chained, (a = 3) + a, a);
const t = a > 2 ? b > 5 ? "x" : "y" : "z";
console.log(t, a > 2 === true, 1 < 2 === true, !a === false);
while ((i -= 1) > 0) console.log("loop", i);
do {
  i++;
} while (i < 3 && i !== 2);
console.log(i);
