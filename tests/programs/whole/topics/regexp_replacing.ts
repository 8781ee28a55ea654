// replace, replaceAll, split, with patterns, functions and limits.
console.log("John Smith".replace(/(\w+)\s(\w+)/, "$2, $1"));
console.log("abc".replace(/b/, "[$&|$`|$'|$$|$1|$0|$x]"));
console.log("aaa".replace(/a/g, "b"), "aaa".replace(/a/, "b"), "abc".replace(/z/g, "y"));
console.log("x1y2".replace(/\d/g, (digit) => `<${Number(digit) * 2}>`));
console.log("a-b-c".replace(/(\w)-/g, (whole, letter: string, at: number, text: string) => `${letter}${at}${text.length}`));
console.log("2024-05".replace(/(?<year>\d+)-(?<month>\d+)/, "$<month>/$<year>/$<none>"));
console.log(
  "a1".replace(/(?<letter>[a-z])(\d)/, (...args) => {
    const groups = args[args.length - 1] as { letter: string };
    return `${groups.letter}!${args.length}`;
  }),
);
console.log("abcdefghijkl".replace(/(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)/, "$11-$10-$1-$12-$99-$011"));
console.log("a.b.c".replaceAll(/\./g, ","), "aXbx".replaceAll(/x/gi, "$&$&"), "abc".replace(/(?:)/g, "-"));
console.log("abc".replace(/x*/g, "-"), "\u{1F600}a".replace(/(?:)/gu, "|"), "(a)(b)".replace(/[()]/g, ""));
try {
  "abc".replaceAll(/b/, "x");
} catch (error) {
  console.log(String(error));
}
try {
  [..."abc".matchAll(/b/)];
} catch (error) {
  console.log(String(error));
}

console.log("a, b,c ,d".split(/\s*,\s*/), "abc".split(/(?:)/), "".split(/x/), "".split(/(?:)/));
console.log("a1b2c3".split(/\d/), "a1b2c3".split(/(\d)/), "a1b2c3".split(/(\d)/, 3), "a1b2".split(/\d/, 0));
console.log("A<B>bold</B>and<CODE>coded</CODE>".split(/<(\/)?([^<>]+)>/));
console.log("one  two".split(/ /), "a\nb\r\nc".split(/\r?\n/), "aXbxc".split(/x/i), "test".split(/t/), "ab".split(/$/));
console.log("camelCaseString".split(/(?=[A-Z])/), "2024-05-06T07:08".split(/[-T:]/).map(Number));

const trim = (text: string): string => text.replace(/^\s+|\s+$/g, "");
console.log(JSON.stringify(trim("  a b\t\n")));
const camel = (text: string): string => text.replace(/[-_](\w)/g, (_, letter: string) => letter.toUpperCase());
const kebab = (text: string): string => text.replace(/([a-z\d])([A-Z])/g, "$1-$2").toLowerCase();
console.log(camel("some-long_name"), kebab("someLongName2Is"));
console.log("1234567.891".replace(/\B(?=(\d{3})+(?!\d))/g, ","), "1234567".replace(/\B(?=(\d{3})+(?!\d))/g, ","));
const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
console.log('<a href="x">T&C</a>'.replace(/[&<>"]/g, (mark) => escapes[mark] ?? mark));
const render = (template: string, values: Record<string, unknown>): string =>
  template.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole: string, key: string) => (key in values ? String(values[key]) : whole));
console.log(render("Hi {{ name }}, you are {{age}}. {{other}}", { name: "Ada", age: 36 }));
let calls = 0;
console.log("aaa".replace(/a/g, () => String(calls++)), calls);
const global = /a/g;
global.lastIndex = 2;
console.log("aaa".replace(global, "b"), global.lastIndex);
