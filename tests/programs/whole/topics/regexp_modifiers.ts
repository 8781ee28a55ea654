// Flags that hold within a group, and groups of the same name in different alternatives.
function t(p: string, f: string, ...ss: string[]): void {
  try { const r = new RegExp(p, f); console.log(p, ss.map(s => { const m = r.exec(s); return m === null ? null : JSON.stringify([m[0], m.index, m.groups]); }).join()); }
  catch (e) { console.log(String(e)); }
}
for (const p of ["(?x:a)","(?ii:a)","(?i-i:a)","(?-:a)","(?-i:a)","(?i-:a)","(?s-ii:a)","(?i","(?i:a","(?i-s","(?iq:a)","(?i)","(?I:a)","(?-","(?i-m:a)b","(?","(?u:a)"]) t(p, "", "A", "a", "ab", "Ab", "AB");
t("(?i:a)b", "", "Ab", "AB"); t("(?-i:a)b", "i", "AB", "aB"); t("(?s:.)x.", "", "\nx\n", "\nxa"); t("(?m:^a$)|b$", "", "x\na\ny", "b\nc");
t("(?i:a(?-i:b))c", "", "AbC", "Abc", "ABc"); t("(a)(?i:\\1)\\1", "", "aAa", "aAA"); t("(?i:\\b)\u017f", "u", "\u017f"); t("(?i:[a-c]+)", "", "AbCd"); t("(?-s:.)+", "s", "ab\ncd");
t("(?<a>x)|(?<a>y)", "", "x", "y", "z"); t("(?<a>x)(?<a>y)", "", "xy"); t("(?:(?<a>x)|(?<a>y))\\k<a>", "", "xx", "yy", "xy"); t("(?:(?<a>x)|(?<a>y)\\k<a>)z", "", "xz", "yyz");
t("(?<a>x)(?:(?<a>y)|z)", "", "xy"); t("(?:(?<a>1)|(?<b>2))(?:(?<c>3)|(?<a>4))", "", "13"); t("(?:(?:(?<x>a)|(?<y>a))|(?:(?<x>b)|c))+", "", "abc"); t("\\k<a>(?<a>x)|(?<a>y)", "", "x", "y"); t("(?<=(?<a>\\w){2})f|(?<a>z)", "", "abcdef", "z");
console.log("xy".replace(new RegExp("(?<a>x)|(?<a>y)", "g"), "[$<a>]"));
