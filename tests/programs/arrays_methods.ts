// reference
const a = [5, 3, 8, 1]; console.log(a.map((x) => x * 2).join(), a.filter((x) => x > 2).join(), a.reduce((s, x) => s + x, 0), a.some((x) => x > 7), a.every((x) => x > 0));
console.log(a.find((x) => x > 4) ?? -1, a.findIndex((x) => x === 8), a.indexOf(1), a.includes(9)); const s = a.slice(); s.sort((x, y) => x - y); console.log(s.join(), a.join()); s.reverse(); console.log(s.join());
console.log(a.concat([7, 7]).length, a.slice(1, 3).join(), a.slice(-2).join(), a.pop(), a.shift(), a.join()); a.unshift(0); a.forEach((x, i) => console.log(i, x));
