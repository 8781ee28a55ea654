const values: unknown[] = [0, -0, 1.5, NaN, Infinity, "", " ", "12", "0x10", "abc", true, false, null, undefined, [], [5], [1, 2], {}, () => 1];
for (const v of values) {
  const text = typeof v === "function" ? "function" : String(v);
  console.log(typeof v, "|", text, "|", Number(v), "|", Boolean(v), "|", parseInt(v as any), "|", JSON.stringify(v) ?? "none");
}
const x: any = "x";
console.log(+"5", -"5", +[], +true, +null!, +undefined!, +"", +" 7 ", +"1e2", +{}, ~~"7.9", "7" as any | 0, !!x, !x, "" + 5, `${5}`, 5 + "", [] + "", {} + "");
console.log(Number(new Boolean(true)), String(new Number(5)), Number([["3"]]), String([[1, [2]], null]), Number("١"), Number("1,2"), Number("--1"), Number("+-1"));
console.log((12.5).toString(), (12.5).toString(2), true.toString(), "s".toString(), [1, 2].toString(), Symbol("q").toString(), ({}).toString());
console.log(parseInt("12abc"), parseInt("abc"), parseFloat("3.7.1"), parseFloat(".5."), Math.round("2.5" as any), Math.max("3" as any, 2), ("3" as any) * ("4" as any), ("3" as any) - ("1" as any), ("3" + 4 as any) - 1);
class Temp { constructor(private c: number) {} [Symbol.toPrimitive](hint: string) { return hint === "number" ? this.c : hint === "string" ? `${this.c}C` : "default"; } }
const t: any = new Temp(5);
console.log(+t, `${t}`, t + "", t * 2, t > 4, t == "default", [t] + "", String(t), Number(t), { [t]: 1 }, Math.max(t, 1));
console.log(Array.from("123", Number), [..."123"].map(Number), "1 2 3".split(" ").map((s) => parseInt(s, 10)), Object.entries({ a: "1" }).map(([k, v]) => [k, +v]));
console.log(String(Object.create({ toString: () => "inherited" })), `${{ toString: () => "own" }}`, `${[{ toString: () => "in list" }]}`);
for (const bad of [() => (Symbol("s") as any) + "", () => +(Symbol() as any), () => `${Symbol("x") as any}`, () => Number(Symbol()), () => String(Object.create(null))]) {
  try { console.log(bad()); } catch (e: any) { console.log(e.name, e.message); }
}
