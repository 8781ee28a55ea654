// reference
class K { constructor(public v: number) {} }
const a = new K(1); const b = new K(1); const c = a; console.log(a === b, a === c, a !== b); c.v = 9; console.log(a.v);
const arr: K[] = [a, b]; console.log(arr.indexOf(b), arr.includes(c));
