// reference
let zero = 0;
let one = 1;
let empty = "";
let word = "word";
console.log(zero || 5, one || 5, zero && 5, one && 5, empty || "default", word || "default", word && "end", `[${empty && "x"}]`);
console.log(zero ? "t" : "f", one ? "t" : "f", (one / zero - one / zero) ? "t" : "f", empty ? "t" : "f", word ? "t" : "f", -one ? "t" : "f", -zero ? "t" : "f");
console.log(!zero, !one, !empty, !word, !!word);
if (one && word) console.log("both");
if (zero || empty) console.log("neither"); else console.log("none");
let i: int = 3;
while (i) {
  console.log(i);
  i--;
}
let j = 3;
while (j) console.log(j--);
let text = "";
while (!text) text += "x";
console.log(0, text, i || 7, (i && 1) || 2, i || j || 9);
if (!i && word && (one || zero)) console.log("mixed");
