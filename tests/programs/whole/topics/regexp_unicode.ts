// Code points, properties, case, classes with `v`.
const smile = "\u{1F600}";
console.log(/^.$/.test(smile), /^.$/u.test(smile), /^[^x]$/.test(smile), /^[^x]$/u.test(smile), smile.match(/./g)?.length);
console.log(/\u{1F600}+/u.exec(`a${smile}${smile}`)?.[0].length, /[\u{1F600}-\u{1F610}]/u.test(smile), /\ud83d/.test(smile), /\ud83d/u.test(smile));
console.log("abΩΔc".match(/\p{Lu}+/u)?.[0], "aβc".match(/\p{Script=Greek}/u)?.[0], "x٣".match(/\p{Nd}/u)?.[0], /^\P{L}+$/u.test("12 !"));
console.log(/\p{Lowercase}/u.test("a"), /\p{ASCII}/u.test("é"), /^\p{L}+$/u.test("Straße"), /\p{scx=Hira}/u.test("ー"), /\p{Emoji_Presentation}/u.test(smile));
console.log(/é/i.test("É"), /ß/i.test("ẞ"), /ß/iu.test("ẞ"), /\u212a/i.test("k"), /\u212a/iu.test("k"), /ſ/i.test("s"), /ſ/iu.test("S"));
console.log(/σ/i.test("ς"), /Σ/iu.test("ς"), /[а-я]+/i.exec("ПРИВЕТ")?.[0], /ǆ/i.test("ǅ"), /\w/iu.test("ſ"), /\w/i.test("ſ"), /[^\W]/iu.test("K"));
console.log(/[\p{L}--[a-z]]/v.test("a"), /[\p{L}--[a-z]]/v.test("é"), /[\w&&\d]+/v.exec("ab12")?.[0], /^[\q{abc|d|}x]$/v.test("abc"), /[[a-c][x-z]]+/v.exec("qaxz!")?.[0]);
console.log(/^[^\d]$/v.test(smile), /\p{Lu}/iv.test("a"), /[^\P{Lu}]/iu.test("a"), /\P{Lu}/iu.test("A"), /\P{Lu}/iv.test("A"));
console.log([..."a\u{10000}b".matchAll(/(?:)/gu)].map((match) => match.index), [..."a\u{10000}b".matchAll(/(?:)/g)].map((match) => match.index));
const inside = /./gu;
inside.lastIndex = 2;
console.log(inside.exec(`a${smile}b`)?.index, inside.lastIndex);
console.log("naïve café".replace(/[^\x00-\x7f]/g, (letter) => `&#${letter.charCodeAt(0)};`));
console.log(/(?<größe>\d+)/.exec("x12")?.groups?.größe, /(?<$𐐀>a)\k<$𐐀>/u.test("aa"));
console.log("\u2028a\u2029b".split(/^/m).length, /\s/.test("\ufeff\u3000"), /^\S$/.test("\u180e"), "a\u00a0b".split(/\s/));
console.log("日本語テキスト".match(/[\u3040-\u30ff]+/)?.[0], "日本語テキスト".search(/テ/), /[一-龠]+/.exec("テ日本")?.index);
