// Properties that strings have: sequences of emoji, alone, in classes, and in set operations.
const all = ["😀", "1️⃣", "#️⃣", "👍🏽", "👨‍👩‍👧‍👦", "🇩🇪", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "❤️", "👩‍❤️‍💋‍👨", "©️", "🧑🏻‍🚀"];
for (const name of ["Basic_Emoji", "Emoji_Keycap_Sequence", "RGI_Emoji_Modifier_Sequence", "RGI_Emoji_Flag_Sequence", "RGI_Emoji_Tag_Sequence", "RGI_Emoji_ZWJ_Sequence", "RGI_Emoji"]) {
  const whole = new RegExp(`^\\p{${name}}$`, "v");
  console.log(name, all.map((text) => whole.test(text)).join(" "));
  console.log(JSON.stringify(all.join("x").match(new RegExp(`\\p{${name}}`, "gv"))));
  console.log(all.join("").replace(new RegExp(`[\\p{${name}}--\\q{1️⃣}]`, "giv"), "<$&>"));
}
console.log(/^[\p{Emoji_Keycap_Sequence}\d]+$/v.test("1️⃣23️⃣"), /^[\p{RGI_Emoji}&&\q{👍🏽|a|😀}]+$/v.test("👍🏽😀"), /[\p{RGI_Emoji}--\p{RGI_Emoji_ZWJ_Sequence}]/v.exec("👩‍❤️‍💋‍👨")?.[0]);
console.log(/(?<=\p{RGI_Emoji})x/v.exec("👨‍👩‍👧‍👦x")?.index, /\p{RGI_Emoji}{2}/v.exec("a👍🏽😀")?.[0], /^\p{RGI_Emoji}/v.exec("👨‍👩x")?.[0].length);
console.log(/[\q{abc|ab|b|bcd|}]/v.exec("abcd")?.[0], /[\q{AB|abc|a1|A12}]/iv.exec("a12")?.[0], "xabcab".split(/[\q{ab|abc}]/v));
for (const [p, f] of [["\\P{RGI_Emoji}", "v"], ["\\p{RGI_Emoji}", "u"], ["[^\\p{RGI_Emoji}]", "v"], ["\\p{RGI_Emojis}", "v"]]) { try { new RegExp(p!, f); console.log("made"); } catch (e) { console.log(String(e)); } }
