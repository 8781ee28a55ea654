// reference
type Token = { kind: string; text: string };
function tokens(s: string): Token[] { const out: Token[] = []; let i = 0; const isDigit = (c: string) => c >= "0" && c <= "9"; const isLetter = (c: string) => (c >= "a" && c <= "z") || c === "_"; while (i < s.length) { const c = s.charAt(i); if (c === " ") { i++; continue; } let j = i + 1; let kind = "punct"; if (isDigit(c)) { kind = "number"; while (j < s.length && isDigit(s.charAt(j))) j++; } else if (isLetter(c)) { kind = "name"; while (j < s.length && (isLetter(s.charAt(j)) || isDigit(s.charAt(j)))) j++; } out.push({ kind, text: s.substring(i, j) }); i = j; } return out; }
for (const t of tokens("let x1 = foo(42, y_2) + 7;")) console.log(t.kind, t.text);
