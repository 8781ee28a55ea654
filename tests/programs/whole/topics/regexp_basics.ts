// exec, test, match, matchAll, search; captures; flags; lastIndex.
function show(pattern: RegExp, text: string): void {
  const found = pattern.exec(text);
  console.log(String(pattern), JSON.stringify(text), found === null ? "no" : JSON.stringify([...found]), found?.index);
}

show(/a/, "xxa");
show(/(a)(b)?/, "xxac");
show(/(a+)+b/, "aaaab");
show(/[^b]*b/, "aacb");
show(/(?:a|b|cd)+?d/, "abcdcdd");
show(/(?<=\$)\d+(?:\.\d+)?/, "cost $12.50");
show(/(?<!a)b/, "abb");
show(/(z)((a+)?(b+)?(c))*/, "zaacbbbcac");
show(/a{2,3}?/, "aaaa");
show(/(a*)*/, "b");
show(/(a*)?/, "b");
show(/(?=(a+))a*b\1/, "baaabac");
show(/\bfoo\b/, "x foo");
show(/(.)\1/i, "xaAb");
show(/^b$/m, "a\nb\nc");
show(/a.c/s, "a\nc");
show(/a.c/, "a\nc");
show(/(?:)/, "");
show(/[]/, "a");
show(/[^]/, "\n");
show(/((a)|(b))+/, "ab");
show(/(?!foo)...bar/, "foobar barbar");
show(/\d{3}|[a-z]{4}/, "12 abcd");
show(/\x41\u0042\x43\cJ?/, "ABC");
show(/[\d\-x]+/, "1-x2");
show(/a|ab|abc/, "abc");
show(/(\w+)\s(\w+)/, "John Smith");

const pattern = /o/g;
const text = "foo boo";
let found: RegExpExecArray | null;
while ((found = pattern.exec(text)) !== null) console.log(found[0], found.index, pattern.lastIndex);
console.log(pattern.lastIndex);

console.log("2024-05-06".match(/(\d+)-(\d+)/));
console.log("a1b22".match(/\d+/g), "ab".match(/\d+/g), "abc".match("b"));
for (const match of "k1=v1;k2=v2".matchAll(/(\w)(\d)=/g)) console.log(match[0], match[1], match[2], match.index);
console.log([..."aXbX".matchAll(/x/gi)].map((match) => match.index));
console.log("hello".search(/l+/), "hello".search(/z/), "hello".search("o"));

const sticky = /foo/y;
sticky.lastIndex = 3;
console.log(sticky.test("barfoo"), sticky.lastIndex, sticky.test("barfoo"), sticky.lastIndex);
const both = /a/gy;
console.log("aaba".match(both), "aaba".replace(both, "-"));
both.lastIndex = 5;
console.log(both.test("aaa"), both.lastIndex);

const all = /x/dgimsuy;
console.log(all.flags, all.source, all.global, all.ignoreCase, all.multiline, all.dotAll, all.unicode, all.sticky);
console.log(all.hasIndices, all.toString(), `${/a\/b/}`, String(new RegExp("a/b\n")), new RegExp("").source);
console.log(/(?<word>b+)(c)?/d.exec("abbx")?.indices, /(?<word>b+)/d.exec("abbx")?.indices?.groups);
console.log(typeof /a/, /a/ instanceof RegExp, Object.prototype.toString.call(/a/));
console.log(Object.getOwnPropertyNames(/a/g), Object.keys(/a/g), JSON.stringify(/a/));
function literal(): RegExp {
  return /same/g;
}
console.log(literal() === literal(), literal().source === literal().source);
