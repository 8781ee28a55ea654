const counts: Record<string, number> = {};
for (const word of "the cat and the dog and the bird".split(" ")) {
  counts[word] = (counts[word] ?? 0) + 1;
}
console.log(counts);
interface Dictionary<T> {
  [key: string]: T;
}
const ages: Dictionary<number> = { ada: 36 };
ages["bob"] = 40;
ages.cleo = 50;
console.log(ages.bob, ages["nobody"], "cleo" in ages, Object.keys(ages));
delete ages.ada;
console.log(ages, delete ages["nothing"], "ada" in ages);
for (const key in ages) console.log(key, ages[key]);
const byNumber: { [n: number]: string } = { 10: "ten", 2: "two" };
byNumber[1] = "one";
console.log(byNumber, Object.keys(byNumber), byNumber["2" as any]);
const matrix: Record<string, Record<string, number>> = {};
for (const [a, b] of [["x", "y"], ["x", "z"], ["w", "x"]]) {
  (matrix[a] ??= {})[b] = a.charCodeAt(0) + b.charCodeAt(0);
}
console.log(matrix, Object.entries(matrix).length);
const total = Object.values(counts).reduce((a, b) => a + b, 0);
console.log(total);
