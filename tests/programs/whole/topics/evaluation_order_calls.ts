const log: string[] = [];
const t = <T>(name: string, value: T): T => (log.push(name), value);
function f(a = t("default a", 1), b = t("default b", 2), { c = t("default c", 3) } = {}) {
  log.push("body");
  return a + b + c;
}
f(t("given", 5));
console.log(log.join(" "));
log.length = 0;
class A {
  constructor(...args: unknown[]) {
    log.push("A " + args.length);
  }
  static get make() {
    log.push("get make");
    return (n: number) => log.push("make " + n);
  }
}
new (t("class", A))(t("a1", 1), ...t("a2", [2, 3]));
A.make(t("argument", 4));
console.log(log.join(" "));
log.length = 0;
const tracked = (name: string, value: any) => ({
  valueOf() {
    log.push("valueOf " + name);
    return value;
  },
  toString() {
    log.push("toString " + name);
    return String(value);
  },
});
const p: any = tracked("p", 1);
const q: any = tracked("q", 2);
p + q;
p < q;
p > q;
p == 1;
p * q - p;
`${p}${q}`;
console.log(log.join(" "));
log.length = 0;
const o: any = { p: 1 };
o[p] = q;
o[t("first", p)]++;
[p] + "";
Math.max(p, q);
String(p) + Number(q);
console.log(log.join(" "), o);
log.length = 0;
const getter = {
  get a() {
    log.push("get a");
    return { get b() { log.push("get b"); return (x: number) => x; } };
  },
};
getter.a.b(t("arg", 1));
getter?.a?.b?.(t("arg", 2));
console.log(log.join(" "));
log.length = 0;
[3, 1, 2].sort((x, y) => x - y).map((x) => t("m" + x, x)).filter((x) => t("f" + x, x > 1));
console.log(log.join(" "));
const chained = [1, 2].map((x) => { log.length = 0; return x; });
console.log(chained, log);
