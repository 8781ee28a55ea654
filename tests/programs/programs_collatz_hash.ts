function hash(text: string, rounds: number): number {
  let h = 2166136261;
  for (let i = 0; i < rounds; i++) {
    h ^= text.length + i;
    h = Math.imul(h, 16777619) >>> 0;
  }
  return h;
}
console.log(hash("abc", 10), hash("abcd", 1000), hash("", 0));
let best = 0;
let at = 0;
for (let start = 1; start < 3000; start++) {
  let n = start;
  let length = 1;
  while (n !== 1) {
    n = n % 2 === 0 ? n / 2 : 3 * n + 1;
    length++;
  }
  if (length > best) {
    best = length;
    at = start;
  }
}
console.log(at, best);
