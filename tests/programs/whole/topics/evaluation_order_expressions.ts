const log: string[] = [];
const t = <T>(name: string, value: T): T => (log.push(name), value);
const flush = () => {
  console.log(log.join(" "));
  log.length = 0;
};
t("a", 1) + t("b", 2) * t("c", 3);
flush();
const o: any = { f: (...x: any[]) => t("call", x.length), p: 1, list: [1, 2, 3] };
t("obj", o)[t("key", "f")](t("arg1", 1), t("arg2", 2));
flush();
t("target", o)[t("prop", "p")] = t("value", 5);
flush();
t("target", o)[t("prop", "p")] += t("value", 5);
flush();
t("l", o.list)[t("i", 0)] = t("l2", o.list)[t("i2", 1)] = t("v", 9);
flush();
t("left", false) && t("right", true);
t("left", 1) || t("right", true);
t("left", null) ?? t("right", true);
flush();
t("cond", true) ? t("yes", 1) : t("no", 2);
flush();
[t("e1", 1), ...t("spread", [1]), t("e2", 2)];
({ [t("k1", "x")]: t("v1", 1), [t("k2", "y")]: t("v2", 2), ...t("sp", {}) });
flush();
let i = 0;
const list = [i++, i++, i++];
list[i++ - 3] = i++;
console.log(list, i);
let x = 1;
const r = x + (x = 5) + x;
console.log(r, x);
let y = 1;
y += (y = 10, y + 1);
console.log(y);
const f = (a: number, b: number, c: number) => [a, b, c];
let n = 0;
console.log(f(n++, n++, n++), f(n, (n = 10), n));
o.p &&= t("assigned", 7);
o.q ??= t("filled", 8);
o.q ||= t("never", 9);
flush();
const a = [1, 2, 3];
let k = 0;
a[k] = k = 2;
console.log(a, k);
const objs: any[] = [{ v: 0 }, { v: 1 }];
let cur = objs[0];
cur.v = (cur = objs[1], 99);
console.log(objs);
try {
  (null as any)[t("key of null", "x")];
} catch {
  t("thrown", 0);
}
try {
  (undefined as any)[t("key", "x")] = t("rhs", 1);
} catch {
  t("thrown", 0);
}
try {
  (o.nothing as any)(t("argument", 1));
} catch {
  t("not callable", 0);
}
flush();
t("x", 1) < t("y", 2);
t("x", 1) > t("y", 2);
void t("void", 0), typeof t("typeof", 0), delete o[t("deleted", "p")];
flush();
