// tsc: 2532 line 3
const m = new Map<string, string>();
console.log(m.get("a").length);
