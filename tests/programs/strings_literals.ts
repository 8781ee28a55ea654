// reference
console.log("plain", 'single', "it's", 'say "hi"');
console.log("tab\there\nnew line\\ back\x41\u0042\u{43}\u{1F600}\0end".length);
console.log("\x41\u0042\u{43}", "\u00e9\u{e9}", "\'\"\`", "\a\q\-", "a\
b");
console.log("é", "日本", "😀", "😀".length, "日本".length, "e\u0301".length, "\uD83D\uDE00", "\uD83D\uDE00" === "😀");
console.log("");
console.log("\v\f\b\r\0".length, "\0".length);
console.log(`line one
line two`, `\``, `\${x}`, `a\tb`, `$ {`, `$`, `${"$"}`);
