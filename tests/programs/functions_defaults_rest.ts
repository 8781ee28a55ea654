// reference
function f(a: number, b: number = a * 2, ...rest: number[]): string { return `${a} ${b} [${rest.join(",")}]`; }
console.log(f(1)); console.log(f(1, 5)); console.log(f(1, undefined, 7, 8)); const xs = [3, 4, 5]; console.log(f(9, 1, ...xs));
const max = (...ns: number[]) => { let m = -Infinity; for (const n of ns) if (n > m) m = n; return m; }; console.log(max(3, 9, 2), max(...xs, 100), max());
