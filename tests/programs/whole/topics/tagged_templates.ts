function tag(strings: TemplateStringsArray, ...values: unknown[]) {
  return strings.length + ":" + strings.join("|") + ":" + values.join(",") + ":" + JSON.stringify(strings.raw);
}
console.log(tag`plain`, tag``, tag`${1}`, tag`a${1}b${2}c`, tag`\n${0}\t`);
const same = () => ((s: TemplateStringsArray) => s)`x`;
console.log(same() === same(), Object.isFrozen(same()), Array.isArray(same().raw));
const upper = (s: TemplateStringsArray, ...v: string[]) => s.reduce((r, part, i) => r + part + (v[i] ?? "").toUpperCase(), "");
console.log(upper`hello ${"there"} and ${"bye"}!`);
function escape(strings: TemplateStringsArray, ...values: unknown[]): string {
  const clean = (v: unknown) => [...String(v)].map((c) => (c === "<" ? "&lt;" : c === "&" ? "&amp;" : c)).join("");
  return strings.map((s, i) => (i < values.length ? s + clean(values[i]) : s)).join("");
}
console.log(escape`<b>${"<i>&"}</b>${5}`);
class Sql {
  constructor(private prefix: string) {}
  query(strings: TemplateStringsArray, ...params: unknown[]) {
    return { text: this.prefix + strings.join("?"), params };
  }
}
const sql = new Sql("/* */ ");
console.log(sql.query`SELECT * FROM t WHERE a = ${1} AND b = ${"x"}`);
const curried = (s: TemplateStringsArray) => (t: TemplateStringsArray) => s[0] + t[0];
console.log(curried`a``b`);
function typed<T>(strings: TemplateStringsArray, ...values: T[]): T[] {
  return values;
}
console.log(typed<number>`${1}${2}`, typed`${"s"}`);
const bad = ((s: TemplateStringsArray) => s[0])`\unicode`;
console.log(bad, ((s: TemplateStringsArray) => s.raw[0])`\x`);
const dedent = (s: TemplateStringsArray) => s.raw[0].split("\n").map((l) => l.trim()).filter(Boolean).join("\n");
console.log(dedent`
    one
      two
`);
