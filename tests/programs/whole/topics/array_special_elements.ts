// @ts-nocheck
// Arrays with elements that are accessors or read-only, what only looks like an array, classes of arrays.
const a = [1, 2, 3];
Object.defineProperty(a, "1", { get() { return 42; }, configurable: true, enumerable: true });
console.log(a.map(x => x), a[1], a.length, Object.keys(a), a.indexOf(42), [...a], JSON.stringify(a));
Object.defineProperty(a, "length", { writable: false });
try { a.push(1); } catch (e) { console.log(e.name); }
try { a[3] = 1; } catch (e) { console.log(e.name); }
console.log(Object.getOwnPropertyDescriptor(a, "1"), Object.getOwnPropertyDescriptor(a, "length"));
const b = { length: 2, 0: "x", 1: "y" };
console.log(Array.prototype.map.call(b, x => x + 1), Array.prototype.push.call(b, "z"), b, Array.prototype.reverse.call(b));
console.log(Array.from({ length: 3 }, (_, i) => i), Array.from("abc"), Array.from(new Set([1])), Array.of(1, 2));
class L extends Array {}
const l = L.from([1, 2, 3]); console.log(l, l.map(x => x * 2) instanceof L, l.filter(x => x > 1), l.concat([4]), L.of(7), l.slice(1), l.splice(0, 1), l);
console.log([1, [2, [3]]].flat(Infinity), [1, 2].flatMap(x => [x, x]), [3, 1, 2].sort(), [1, 2, 3].toSpliced(1, 1), [1, 2, 3].with(0, 9));
console.log([1, 2].concat(3, [4], [[5]]), Array.prototype.concat.call(1, 2), [1, 2, 3].at(-1), [1].toLocaleString(), [, 1].includes(undefined));
console.log([1, 2, 3].lastIndexOf(3), [1, 2, 3].join("-"), [1, 2, 3].findLast(x => x < 3), [1,2,3].fill(0, 1), [1, 2, 3, 4].copyWithin(0, 2));
console.log(Array.prototype[Symbol.iterator].name, [].push.length, Array.length);
const f = [1, 2, 3]; Object.defineProperty(f, 0, { value: 5, writable: false, enumerable: true, configurable: false });
try { f[0] = 1; } catch (e) { console.log(String(e)); }
try { f.length = 0; } catch (e) { console.log(String(e), f.length); }
for (const x of f) console.log(x);
delete f[1]; console.log(f, f.shift === undefined);
