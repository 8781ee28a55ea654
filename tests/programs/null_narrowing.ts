// reference
class Box { constructor(public v: number | null) {} }
function f(b: Box | null): string { if (b === null) return "none"; if (b.v === null) return "empty"; return `has ${b.v + 1}`; }
console.log(f(null), f(new Box(null)), f(new Box(4)));
let s: string | null = null; function set(): void { s = "set"; } set(); console.log(s ?? "still null");
function len(t?: string): number { return t ? t.length : -1; } console.log(len(), len(""), len("abc"));
