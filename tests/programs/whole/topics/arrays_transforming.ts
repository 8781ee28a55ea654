const a = [1, 2, 3, 4];
console.log(a.map((x) => x * 2), a.map((x, i) => x * i), a.map(String), a.filter((x) => x % 2), a.filter(Boolean));
console.log(a.reduce((x, y) => x + y), a.reduce((x, y) => x + y, 100), a.reduceRight((x, y) => x + "-" + y, "s"), a.reduceRight((x, y) => x - y));
console.log(a.reduce<Record<string, number>>((o, x) => ({ ...o, ["k" + x]: x }), {}));
try {
  [].reduce((x) => x);
} catch (e: any) {
  console.log(e.name, e.message);
}
console.log(a.flatMap((x) => (x % 2 ? [x, x] : [])), a.flatMap((x) => x), a.flatMap((x) => [[x]]));
console.log([1, [2, [3, [4, [5]]]]].flat(), ([1, [2, [3, [4]]]] as any[]).flat(2), ([1, [2, [3, [4, [5]]]]] as any[]).flat(Infinity), [[], [1]].flat());
console.log(a.concat(5), a.concat([5, 6], [7]), a.concat([[8]] as any), [].concat(1 as never), a.concat().length);
console.log(a.slice(), a.slice(1), a.slice(1, 3), a.slice(-2), a.slice(-3, -1), a.slice(3, 1), a.slice(9));
console.log(a.join(), a.join(""), a.join(" - "), [].join(), [null, undefined, 1, [2, 3]].join("|"), [[]].join(), String(a));
console.log(a.keys().next().value, [...a.entries()].flat());
a.forEach((x, i, all) => console.log(x, i, all.length));
console.log(a.forEach(() => 1) as any);
const growing = [1, 2, 3];
console.log(growing.map((x) => (growing.push(x), x)), growing.length);
const shrink = [1, 2, 3, 4];
const seen: number[] = [];
shrink.forEach((x) => (seen.push(x), shrink.shift()));
console.log(seen, shrink);
console.log(["1", "2", "3"].map(parseInt as any), ["a", "b"].map((x) => x.toUpperCase()).reverse());
console.log(Object.entries({ x: 1, y: 2 }).map(([k, v]) => `${k}${v}`).join("&"));
const zip = <A, B>(x: A[], y: B[]) => x.map((v, i) => [v, y[i]] as const);
console.log(zip([1, 2], ["a", "b"]));
const chunk = <T>(items: T[], n: number): T[][] => (items.length ? [items.slice(0, n), ...chunk(items.slice(n), n)] : []);
console.log(chunk([1, 2, 3, 4, 5], 2));
