const byLet: (() => number)[] = [];
for (let i = 0; i < 3; i++) byLet.push(() => i);
console.log(byLet.map((f) => f()));
var byVar: (() => number)[] = [];
for (var v = 0; v < 3; v++) byVar.push(() => v);
console.log(byVar.map((f) => f()), v);
const changing: (() => number)[] = [];
for (let i = 0; i < 6; i++) {
  changing.push(() => i++);
  i++;
}
console.log(changing.map((f) => f()), changing.map((f) => f()));
const ofs: (() => string)[] = [];
for (const c of "abc") ofs.push(() => c);
console.log(ofs.map((f) => f()).join(""));
const ins: (() => string)[] = [];
for (const k in { x: 1, y: 2 }) ins.push(() => k);
console.log(ins.map((f) => f()).join(""));
const whiles: (() => number)[] = [];
let n = 0;
while (n < 3) {
  const inner = n * 10;
  whiles.push(() => inner + n);
  n++;
}
console.log(whiles.map((f) => f()));
const header: (() => number)[] = [];
for (let i = 0, get = () => i; i < 2; i++) header.push(get);
console.log(header.map((f) => f()));
let step = 0;
for (let i = 0, inc = () => i++; i < 3 && step < 3; step++, i++) inc();
console.log(step);
