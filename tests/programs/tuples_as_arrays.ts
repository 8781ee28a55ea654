const pair: [number, number] = [3, 4];
const mixed: [string, number, boolean] = ["a", 1, true];
for (const n of pair) console.log(n * 2);
for (const m of mixed) console.log(typeof m, m);
console.log([...pair, 5].join(), [0, ...mixed].length, Math.max(...pair), pair.join("-"), mixed.join("|"));
console.log(pair.map(n => n + 1).join(), pair.includes(4), pair.indexOf(9), pair.reduce((a, b) => a + b, 0), mixed.slice(1).join(), pair.some(n => n > 3), pair.concat([1]).length);
let sum = 0;
for (let i = 0; i < pair.length; i++) sum += pair[i];
pair.forEach((n, i) => { sum += n * i; });
console.log(sum);
const rows: [string, number][] = [["x", 1], ["y", 2]];
console.log(rows.map(row => row.join("=")).join("&"));
function make(): [number, string] { sum++; return [sum, "made"]; }
console.log([...make(), ...make()].join(), sum, `${make().join(":")}`);
