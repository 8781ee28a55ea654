const values: any[] = [0, -0, 1, NaN, "", "0", "1", " 1 ", "a", true, false, null, undefined, [], [1], ["1"], {}];
const names = ["0", "-0", "1", "NaN", "''", "'0'", "'1'", "' 1 '", "'a'", "true", "false", "null", "undef", "[]", "[1]", "['1']", "{}"];
for (let i = 0; i < values.length; i++) {
  const equal: string[] = [];
  for (let j = 0; j < values.length; j++) if (values[i] == values[j]) equal.push(names[j]);
  console.log(names[i], "==", equal.join(" "));
}
const o: any = { valueOf: () => 7, toString: () => "seven" };
console.log(o == 7, o == "7", o == "seven", o == o, o != 7, o === 7);
const p: any = { [Symbol.toPrimitive]: (hint: string) => hint };
console.log(p == "default", p == "number");
const s: any = Symbol("s");
console.log(s == s, s == "Symbol(s)", s == Object(s));
console.log((null as any) == 0, (null as any) >= 0, (undefined as any) == 0, (undefined as any) >= 0);
console.log(("b" as any) == new String("b"), (new String("b") as any) == new String("b"));
let missing: string | null | undefined;
console.log(missing == null, missing != null, missing === null);
