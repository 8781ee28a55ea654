let n = 0;
const next = () => "k" + n++;
const o: Record<string, number | string> = { [next()]: 1, fixed: 2, [next()]: 3, [`t${1 + 1}`]: "x", [1 + 2]: "three" };
console.log(o);
const field = "dynamic";
const built = {
  [field]: 1,
  [field + "Method"]() {
    return "method";
  },
  get [field + "Getter"]() {
    return "getter";
  },
};
console.log(built.dynamic, (built as any).dynamicMethod(), (built as any).dynamicGetter);
const tag = Symbol("tag");
class Tagged {
  [tag] = "tagged";
  static [1] = "static";
  ["quoted name"] = 1;
  ["m" + 1]() {
    return "m1";
  }
}
const t = new Tagged();
console.log(t[tag], t["quoted name"], (t as any).m1(), Tagged[1]);
console.log(t);
const { [field]: taken, ...others } = built;
console.log(taken, Object.keys(others));
const key = { toString: () => "made" };
console.log({ [key as any]: 1 }, { [null as any]: 1, [undefined as any]: 2, [true as any]: 3 });
