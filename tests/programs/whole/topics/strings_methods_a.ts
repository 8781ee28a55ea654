const s = "Hello, World";
console.log(s.length, s.charAt(1), s.charAt(99), s[4], s[99], s.at(-1), s.at(99), s.charCodeAt(0), s.charCodeAt(99), s.codePointAt(0), "😀".codePointAt(0), "😀".codePointAt(1), "".codePointAt(0));
console.log(s.indexOf("o"), s.indexOf("o", 5), s.lastIndexOf("o"), s.lastIndexOf("o", 7), s.indexOf("zz"), s.indexOf(""), s.indexOf("", 99), s.lastIndexOf(""));
console.log(s.includes("World"), s.includes("world"), s.startsWith("Hell"), s.startsWith("World", 7), s.endsWith("ld"), s.endsWith("Hello", 5));
console.log(s.slice(7), s.slice(-5, -1), s.slice(3, 1) === "", s.substring(3, 1), s.substring(-5, 2), s.substring(7), s.substring(NaN, 2), s.substr(7, 3), s.substr(-5, 2));
console.log(s.toUpperCase(), s.toLowerCase(), "ß".toUpperCase(), "İ".toLowerCase().length, "ÀÉ".toLowerCase());
console.log(`[${"  a b \n\t".trim()}]`, `[${"  a ".trimStart()}]`, `[${"  a ".trimEnd()}]`, `[${"\u00a0\ufeffx\u2003".trim()}]`);
console.log("5".padStart(3, "0"), "5".padEnd(3) + "|", "abc".padStart(2), "x".padStart(6, "ab"), "x".padEnd(5, "-="), "a".padStart(3, ""));
console.log("ab".repeat(3), "x".repeat(0) === "", "a".concat("b", "c", 1 as any));
try {
  "x".repeat(-1);
} catch (e: any) {
  console.log(e.name, e.message);
}
console.log("a,b,,c".split(","), "abc".split(""), "abc".split(undefined as any), "".split(","), "".split(""), "a,b,c".split(",", 2), "a--b".split("--"), "abc".split("abc"), "😀".split("").length);
console.log("a-b-c".replace("-", "+"), "a-b-c".replaceAll("-", "+"), "aaa".replace("a", (m) => m + "!"), "abab".replaceAll("b", (m, i) => `${m}${i}`));
console.log("x".replace("x", "$&$&"), "abc".replace("b", "[$`|$']"), "x$".replace("$", "$$"), "abc".replace("", "_"), "abc".replaceAll("", "_"));
console.log("a" < "b", "a" < "B", "10" < "9", "abc" < "abd", "" < "a", "a".localeCompare("b"), "b".localeCompare("a"), "a".localeCompare("a"));
console.log([..."héllo"].reverse().join(""));
