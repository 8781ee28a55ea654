// reference
function sort(a: number[], low: number, high: number): void {
  if (low >= high) return;
  let pivot = a[(low + high) >> 1];
  let i = low;
  let j = high;
  while (i <= j) {
    while (a[i] < pivot) i++;
    while (a[j] > pivot) j--;
    if (i <= j) {
      let t = a[i];
      a[i] = a[j];
      a[j] = t;
      i++;
      j--;
    }
  }
  sort(a, low, j);
  sort(a, i, high);
}
let a: number[] = [];
let seed = 42;
for (let i = 0; i < 200; i++) {
  seed = (seed * 16807) % 2147483647;
  a.push(seed % 1000);
}
sort(a, 0, a.length - 1);
let ok = true;
for (let i = 1; i < a.length; i++) if (a[i - 1] > a[i]) ok = false;
console.log(ok, a[0], a[99], a[199]);
let words = ["pear", "apple", "fig", "banana", "Apple", "", "figs", "\u00e4"];
for (let i = 1; i < words.length; i++) {
  let w = words[i];
  let j = i - 1;
  while (j >= 0 && words[j] > w) {
    words[j + 1] = words[j];
    j--;
  }
  words[j + 1] = w;
}
for (const w of words) console.log(`<${w}>`);
