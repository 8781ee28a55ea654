// Normal forms of texts of all scripts, and what programs do with them: search without accents, compare.
const forms = ["NFC", "NFD", "NFKC", "NFKD"] as const;
const units = (text: string): string => [...text].map((c) => c.codePointAt(0)!.toString(16)).join(" ");
for (const text of ["é", "e\u0301", "Ångström ﬁ ½ ²", "Привет, Йод", "Ελλάδα ά", "한국어", "がぎぐ ｶﾞ", "לּ שׁ", "q\u0307\u0323 q\u0323\u0307", "ʼn ŀ Ǆ", "𝒜𝓑", "日本語", "\ud834\udd5e", "\u0344\u0f73\u0301", "\ud800x"]) {
  console.log(forms.map((form) => units(text.normalize(form))).join(" | "));
}
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "");
console.log(plain("Crème Brûlée Łódź Việt Nam"), plain("Ёлка"), plain("άέή"), "ｆｕｌｌ　ｗｉｄｔｈ".normalize("NFKC"));
const [composed, apart]: string[] = ["é", "e\u0301"];
console.log(composed === apart, composed!.normalize() === apart!.normalize(), "".normalize("NFD") === "", "plain".normalize("NFKD"));
const long = "ё, ".repeat(2000) + "漢字".repeat(3000) + "e\u0301".repeat(10);
const decomposed = long.normalize("NFD");
console.log(long.length, decomposed.length, decomposed.normalize("NFC").length, decomposed.normalize() === long.normalize());
const slug = (text: string): string => text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
console.log(slug("  L'été à Zürich — №5!  "), slug("Ça va? ﬂ"));
try {
  "x".normalize("NFX");
} catch (error) {
  console.log(String(error));
}
