// reference
function f(n: number): string { let out = ""; switch (n) { case 1: out += "one "; case 2: out += "two "; break; default: out += "other "; case 9: out += "nine "; } return out; }
for (const n of [1, 2, 3, 9]) console.log(f(n));
function g(s: string): number { switch (s) { case "a": return 1; case "b": case "c": return 2; } return 0; } console.log(g("a"), g("c"), g("z"));
outer: for (let i = 0; i < 5; i++) { switch (i) { case 1: continue outer; case 3: break outer; } console.log("i", i); }
