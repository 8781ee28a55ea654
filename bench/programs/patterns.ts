// Twenty everyday patterns over a text of a million units: how often each matches, and how long that takes.

const words = ["error", "warning", "user42", "alice@example.com", "2024-05-17", "12:34:56", "192.168.0.1", "GET",
  "https://example.org/path?q=1", "#ff00aa", "foo_bar", "fooBar", "$12.50", "(555) 123-4567", "<b>bold</b>", "'quoted'",
  "\"text\"", "the", "quick", "brown", "3.14159", "-17", "0xdeadbeef", "Zürich", "naïve", "\n", "\t", "end."];

function makeText(length: number): string {
  let seed = 1;
  const parts: string[] = [];
  let size = 0;
  while (size < length) {
    seed = (seed * 16807) % 2147483647;
    const word = words[seed % words.length];
    parts.push(word);
    size += word.length + 1;
  }
  return parts.join(" ");
}

const patterns: [string, RegExp][] = [
  ["literal", /warning/g],
  ["literal, any case", /WARNING/gi],
  ["words", /\w+/g],
  ["digits", /\d+/g],
  ["alternatives", /error|warning|GET/g],
  ["mail address", /[\w.+-]+@[\w-]+\.[\w.]+/g],
  ["date", /(\d{4})-(\d{2})-(\d{2})/g],
  ["date, named", /(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})/g],
  ["time", /\b\d{2}:\d{2}:\d{2}\b/g],
  ["IP address", /\b(?:\d{1,3}\.){3}\d{1,3}\b/g],
  ["URL", /https?:\/\/[^\s/?#]+[^\s?#]*(?:\?[^\s#]*)?/g],
  ["colour", /#[0-9a-f]{6}\b/gi],
  ["number", /-?\d+(?:\.\d+)?/g],
  ["camel case", /[a-z]+[A-Z]\w*/g],
  ["tags", /<(\w+)>(.*?)<\/\1>/g],
  ["strings", /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g],
  ["white space", /\s+/g],
  ["lines", /^.*$/gm],
  ["look-ahead", /\w+(?=\.)/g],
  ["letters of Unicode", /\p{L}+/gu],
];

const text = makeText(1000000);
for (const [name, pattern] of patterns) {
  const begun = performance.now();
  const count = text.match(pattern)?.length ?? 0;
  console.log(`${name}: ${count} ${performance.now() - begun}`);
}
