// Replacing and splitting that is done in parts.
const text = "ab,".repeat(100000);
const replaced = text.replaceAll(",", "<->");
console.log(replaced.length, replaced.slice(0, 12), replaced.slice(-7), replaced === text.split(",").join("<->"));
const wide = text.replaceAll("b", "\u03a9");
console.log(wide.length, wide.charCodeAt(299998), wide.replaceAll("\u03a9", "b") === text);
console.log(text.replaceAll("", "-").length, text.replaceAll("ab,", "").length, text.replaceAll("", "").length);
const pieces = text.split(",");
console.log(pieces.length, pieces[99999], pieces[100000] === "", text.split("").length, text.split("", 5).join("|"));
console.log(text.split("b,a").length, text.split(",", 70000).length, text.replace("b,a", "").length, text.split("x").length);
const lines: string[] = [];
for (let i = 0; i < 2000; i++) lines.push("\u03a9" + i);
const joined = lines.join("\r\n");
console.log(joined.split("\r\n").length, joined.split("\r\n")[1999] === "\u03a91999", joined.replaceAll("\r\n", "").length);
const upper = text.replaceAll("b", "\u00df").toUpperCase();
console.log(upper.length, upper.slice(0, 8), upper.toLowerCase().length, "\u03b1\u03a3 ".repeat(600000).toLowerCase().slice(-4));
