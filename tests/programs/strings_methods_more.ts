// reference
const s = "Hello, World"; console.log(s.toUpperCase(), s.toLowerCase(), s.indexOf("World"), s.includes("lo,"), s.startsWith("Hell"), s.endsWith("d"), s.charAt(1), s.charCodeAt(0));
console.log(s.slice(0, 5), s.slice(-5), s.substring(7, 9), s.split(", ").join("|"), "ab".repeat(3), "  x ".trim(), "7".padStart(3, "0"), "7".padEnd(3, "."));
