// tsc: 2741 line 3
type Key = "a" | "b";
const r: Record<Key, number> = { a: 1 };
console.log(r);
