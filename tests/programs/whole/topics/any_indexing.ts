const list: any = [10, 20, 30];
let i: any = 1;
console.log(list[i], list["1"], list[1.5], list[-1], list["length"], list["x"]);
i = "2";
console.log(list[i], list[i - 1], list[i + 1]);
list[i] = 33;
list["0"] = 11;
list[3] = 40;
console.log(list, list.length);
list.extra = "named";
console.log(list.extra, list.length, Object.keys(list));
const text: any = "text";
console.log(text[0], text["0"], text[9], text.length, text["length"], text.at(-1));
try {
  text[0] = "x";
} catch (e: any) {
  console.log(e.name);
}
const o: any = { 1: "one", true: "yes", null: "nil", undefined: "undef", NaN: "nan", "1.5": "f" };
console.log(o[1], o["1"], o[true as any], o[null as any], o[undefined as any], o[NaN], o[1.5]);
o[-0] = "zero";
o[1e21] = "big";
console.log(o[0], o["0"], o["1e+21"]);
const f: any = function () {};
f.prop = 1;
f[0] = "zero";
console.log(f.prop, f[0], Object.keys(f), f.name, f.missing);
const n: any = 5;
console.log(n.prop, n[0], n.toString(), n["toFixed"](1));
list.length = 1;
console.log(list.length, list[0], list[1]);
const key: any = ["a", "b"];
const byArray: any = { "a,b": "joined" };
console.log(byArray[key]);
