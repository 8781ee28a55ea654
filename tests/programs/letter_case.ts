// reference
// Letters of all scripts, those that become several, pairs, and the sigma at the end of a word.
const words = [
  "Vi\u1ec7t Nam", "stra\u00dfe", "\ufb01n \ufb04", "\u0130stanbul", "\u0149", "\u01c4 \u01c5 \u01c6", "\u00b5 \u00ff \u212b",
  "\u1f88 \u1fb3 \u1fb7", "\u10d0\u10d1 \u1c90", "\u0561\u0580\u0574 \u0587", "\u13a0 \uab70", "\u{10400}\u{10428}", "\u{1e900} \u{1e922}",
  "\u039f\u0394\u039f\u03a3", "\u03a3", "A\u03a3", "A\u03a3B", "A\u03a3.", "A.\u03a3", "A\u03a3\u0301", "A\u0301\u03a3\u0301B", "\u03a3A", "A\u03a3\u03a3",
  "1\u03a3", "A\u03a31", "\u4e2d\u6587", "\ud801a", "a\udc28", "", "plain", "PLAIN", "na\u00efve", "\u0345a",
];
for (const word of words) {
  const upper = word.toUpperCase();
  const lower = word.toLowerCase();
  const units: number[] = [];
  for (let i = 0; i < upper.length; i++) units.push(upper.charCodeAt(i));
  for (let i = 0; i < lower.length; i++) units.push(lower.charCodeAt(i));
  console.log(units.join(" "), upper === word, lower === word);
}
