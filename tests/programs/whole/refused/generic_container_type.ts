// tsc: 2345 line 3
const m = new Map<string, number>();
m.set("a", "b");
console.log(m);
