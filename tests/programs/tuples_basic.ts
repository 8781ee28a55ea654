// reference
function minmax(xs: number[]): [number, number] { let lo = xs[0]; let hi = xs[0]; for (const x of xs) { if (x < lo) lo = x; if (x > hi) hi = x; } return [lo, hi]; }
const r = minmax([4, 9, -2, 7]); console.log(r[0], r[1]); const pairs: [string, number][] = [["a", 1], ["b", 2]]; for (const [k, v] of pairs) console.log(k, v);
