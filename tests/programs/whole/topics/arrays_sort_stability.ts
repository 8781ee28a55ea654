interface Row {
  name: string;
  group: number;
  index: number;
}
const rows: Row[] = [];
for (let i = 0; i < 40; i++) rows.push({ name: "n" + ((i * 7) % 10), group: (i * 13) % 4, index: i });
const sorted = [...rows].sort((a, b) => a.group - b.group);
console.log(sorted.map((r) => r.index).join(" "));
let stable = true;
for (let i = 1; i < sorted.length; i++) {
  if (sorted[i].group === sorted[i - 1].group && sorted[i].index < sorted[i - 1].index) stable = false;
}
console.log(stable);
const multi = [...rows].sort((a, b) => a.group - b.group || a.name.localeCompare(b.name) || b.index - a.index);
console.log(multi.map((r) => `${r.group}${r.name}.${r.index}`).slice(0, 8).join(" "));
console.log([5, 1, 4].sort(() => 0), [5, 1, 4].sort((a, b) => b - a), ["b", undefined, "a"].sort());
console.log([3, 20, 100].sort(), [3, 20, 100].sort((a, b) => a - b), [-1, -2, 5, 0].sort());
const by = <T, K extends keyof T>(key: K, direction: 1 | -1 = 1) => (a: T, b: T) => (a[key] < b[key] ? -direction : a[key] > b[key] ? direction : 0);
console.log(rows.slice(0, 5).sort(by("name")).map((r) => r.name), rows.slice(0, 5).sort(by("index", -1)).map((r) => r.index));
try {
  [1, 2].sort("no" as any);
} catch (e: any) {
  console.log(e.name);
}
try {
  [1, 2, 3].sort(() => {
    throw new Error("comparing");
  });
} catch (e: any) {
  console.log(e.message);
}
console.log([3, 1, 2].sort(undefined), ["ä", "a", "z", "Z"].sort(), [[2, 1], [1, 9], [10]].sort());
console.log([1, 2, 3, 4, 5].sort((a, b) => (a % 2) - (b % 2)), [true, "a", 1, null, undefined].sort() as unknown[]);
