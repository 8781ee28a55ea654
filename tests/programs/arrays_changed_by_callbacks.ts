// Callbacks that change the array they are called for: an element is read once, before the call.
const a = [1, 2, 3];
console.log(a.find((x) => { a[0] = 9; return true; }), a[0]);
const b = [1, 2, 3];
console.log(b.find((x, i) => { b.length = 1; return x === 1; }));
const c = ["p", "q"];
console.log(c.find((x) => { c.pop(); return x === "p"; }) ?? "none");
console.log(a.findIndex((x) => x === 2), a.some((x) => { a.push(1); return x > 2; }), a.length);
console.log(a.filter((x) => { if (a.length < 10) a.push(5); return x > 2; }).join());
