// What `new RegExp` says of what is none, and what methods say of what they do not go with.
const patterns: [string, string][] = [
  ["(", ""], [")", ""], ["[", ""], ["a**", ""], ["\\", ""], ["[b-a]", ""], ["a{2,1}", ""], ["{1}", ""], ["(?<a", ""],
  ["(?<a>x)(?<a>y)", ""], ["\\k<b>(?<a>x)", ""], ["(?a)", ""], ["(?<=a)*", ""], ["]", "u"], ["a{2", "u"], ["\\u{110000}", "u"],
  ["\\p{Foo}", "u"], ["[\\p{Foo}]", "u"], ["\\1", "u"], ["\\01", "u"], ["[\\d-z]", "u"], ["\\-", "u"], ["[a&&&b]", "v"],
  ["[(]", "v"], ["[a--b&&c]", "v"], ["[^\\q{ab}]", "v"], ["a", "gg"], ["a", "uv"], ["a", "x"],
];
for (const [source, flags] of patterns) {
  try {
    console.log(String(new RegExp(source, flags)));
  } catch (error) {
    console.log(error instanceof SyntaxError, String(error));
  }
}
for (const source of ["]", "{", "}", "a{", "a{,2}", "\\8", "\\c", "\\k<a>", "\\p{L}", "[\\c]", "(?=a)*", "\\u{2}", "\\x", "[a-\\d]", "x{1"]) {
  const pattern = new RegExp(source);
  console.log(String(pattern), pattern.test("]{}a{a{,2}8\\ck<a>p{L}uux-1x{1"), JSON.stringify(pattern.exec("a{a{,2}]8uu\\cp{L}")?.[0]));
}
const attempts: (() => unknown)[] = [
  () => "a".startsWith(/a/ as unknown as string),
  () => "a".includes(/a/ as unknown as string),
  () => RegExp.prototype.exec.call({} as RegExp, "a"),
  () => RegExp.prototype.test.call(1 as unknown as RegExp, "a"),
  () => Object.getOwnPropertyDescriptor(RegExp.prototype, "global")?.get?.call({}),
  () => Object.getOwnPropertyDescriptor(RegExp.prototype, "flags")?.get?.call(1),
  () => Object.freeze(/a/g).test("a"),
];
for (const attempt of attempts) {
  try {
    console.log(attempt());
  } catch (error) {
    console.log(String(error));
  }
}
