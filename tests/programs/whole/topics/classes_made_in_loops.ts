// Classes that are made again and again, at places in memory where other classes were, and fields over properties.
function made(n: number): number {
  let good = 0;
  for (let i = 0; i < n; i++) {
    const C = class {};
    const o = new C();
    if (o instanceof C) good++;
  }
  return good;
}
console.log(made(300));

class Hidden {
  constructor() {
    Object.defineProperty(this, "x", { value: 1, writable: true, configurable: true, enumerable: false });
  }
}
class Shown extends Hidden {
  x = 2;
}
for (let i = 0; i < 5; i++) console.log(Object.keys(new Shown()), new Shown().x);
