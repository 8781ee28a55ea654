// reference
function t(v: number): void { if (v === 0) throw "text"; if (v === 1) throw 42; if (v === 2) throw null; if (v === 3) throw true; throw new TypeError("typed"); }
for (let i = 0; i < 5; i++) { try { t(i); } catch (e) { if (typeof e === "string") console.log("s", e); else if (typeof e === "number") console.log("n", e + 1); else if (e === null) console.log("null"); else if (typeof e === "boolean") console.log("b", e); else if (e instanceof TypeError) console.log(e.name, e.message); } }
