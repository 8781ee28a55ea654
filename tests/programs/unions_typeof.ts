// reference
function kind(v: number | string | boolean | null): string { if (v === null) return "null"; if (typeof v === "number") return "number " + (v + 1); if (typeof v === "string") return "string " + v.length; return v ? "yes" : "no"; }
console.log(kind(1), kind("abc"), kind(true), kind(null), kind(false));
let m: number | string = 3; m = "now text"; console.log(m.length);
