// Patterns whose matches are found by a unit that stands a certain distance behind their start.
const texts = ["a-b", "12-34 5-6", "x".repeat(100) + "7-8", "12:3412:34:5", "ab\u0100-c-", "--1-", "", "1-", "-1", "é-é1-é"];
const patterns = [
  /\d-/g, /\d\d-\d/g, /\b\d{2}:/g, /(\w)-(\w)/g, /(?:[ab])(?:-)/g, /[\s\S]-/g, /[0-9]{2}(:)/gi, /\w\u0100/g,
  /[^x]7|[0-9]8/g, /[ab]{0}[12]-/g, /(?=\d)\w-/g, /(?<=\d)-\w/g, /\d{16}-/g, /(\d)\1-/g, /[^]é/g, /\W\w-/gy, /.-$/gm,
  /\w-/u, /(?:\d-|\d:)/g, /\d{2,3}-/g, /[a-z]B/gi,
];
for (const text of texts) {
  const found = patterns.map((pattern) => {
    pattern.lastIndex = 0;
    return [text.match(pattern), text.search(pattern), pattern.test(text), pattern.lastIndex];
  });
  console.log(JSON.stringify(found));
}
