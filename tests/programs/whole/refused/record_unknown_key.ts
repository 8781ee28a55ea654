// tsc: 2339 line 4
type Key = "a" | "b";
const r: Partial<Record<Key, number>> = {};
r.c = 1;
console.log(r);
